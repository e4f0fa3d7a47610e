/** The few icons, drawn in the current color at the size of the text beside them. All are decoration: hidden from screen readers. */
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.1em"
      height="1.1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.2 13.2 4 4" />
  </Icon>
);
export const CrossIcon = () => (
  <Icon>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Icon>
);
export const QuestionIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M7.8 7.800a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.600m0 2.500v.1" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.4" />
    <path d="M10 1.800v1.700m0 13v1.700M1.8 10h1.700m13 0h1.700M4.2 4.200l1.2 1.200m9.2 9.2 1.2 1.200m0-11.6-1.2 1.200m-9.2 9.2-1.2 1.2" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M16.5 11.800A7 7 0 1 1 8.2 3.500a5.6 5.6 0 0 0 8.3 8.300Z" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="m5 12.5 5-5 5 5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="m5 7.5 5 5 5-5" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M16 10H4.500m5-5-5 5 5 5" />
  </Icon>
);
export const FilterIcon = () => (
  <Icon>
    <path d="M3.5 5.500h13M6 10h8m-5.5 4.500h3" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon>
    <rect x="7" y="7" width="9" height="9.5" rx="1.5" />
    <path d="M13 4.500A1.5 1.5 0 0 0 11.5 3h-6A1.5 1.5 0 0 0 4 4.500V12a1.5 1.5 0 0 0 1.5 1.5" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M5.5 2.500h6l3.5 3.500v11.500h-9.500zM11.5 2.500V6H15" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);
export const SimilarIcon = () => (
  <Icon>
    <rect x="2.8" y="5.5" width="9" height="11" rx="1.5" />
    <path d="M8 3.500h7.700a1.5 1.5 0 0 1 1.5 1.500v9" />
  </Icon>
);
export const SaveIcon = () => (
  <Icon>
    <path d="M5.5 3h9v14L10 13.500 5.500 17z" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon>
    <path d="M10 3v9.500m-4-3.800 4 4 4-4M4 16.500h12" />
  </Icon>
);
export const LinkIcon = () => (
  <Icon>
    <path d="M8.300 11.700a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300l-1 1m1.400 2.900a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1" />
  </Icon>
);
export const PrintIcon = () => (
  <Icon>
    <path d="M6 7V3h8v4M6 13H3.500V7h13v6H14M6 11h8v6H6z" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M10 4.500v11M4.500 10h11" />
  </Icon>
);
/** One shape for each decision, so that it is never told by color alone. */
export const StandsIcon = () => (
  <Icon>
    <path d="M5 8h10M5 12.500h10" />
  </Icon>
);
export const TurnedIcon = () => (
  <Icon>
    <path d="M15.5 10A5.5 5.5 0 1 1 13.6 5.800M13.8 2.800v3.400h-3.4" />
  </Icon>
);
export const PartIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6" />
    <path d="M10 4v12a6 6 0 0 0 0-12Z" fill="currentColor" stroke="none" />
  </Icon>
);
