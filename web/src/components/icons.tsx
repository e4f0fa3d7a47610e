/**
 * The icons of the dashboard under names of what they mean: one picture for one meaning. They come from Tabler, the set that the component
 * library is drawn with. All are decoration, hidden from screen readers, as large as the text beside them.
 */

import IconAdjustments from '@tabler/icons-react/icons/IconAdjustmentsHorizontal';
import IconTurned from '@tabler/icons-react/icons/IconArrowBackUp';
import IconBack from '@tabler/icons-react/icons/IconArrowLeft';
import IconBookmark from '@tabler/icons-react/icons/IconBookmark';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconDown from '@tabler/icons-react/icons/IconChevronDown';
import IconUp from '@tabler/icons-react/icons/IconChevronUp';
import IconPart from '@tabler/icons-react/icons/IconCircleHalf2';
import IconSimilar from '@tabler/icons-react/icons/IconCopy';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import IconEqual from '@tabler/icons-react/icons/IconEqual';
import IconFile from '@tabler/icons-react/icons/IconFileText';
import IconFilter from '@tabler/icons-react/icons/IconFilter';
import IconHelp from '@tabler/icons-react/icons/IconHelpCircle';
import IconLink from '@tabler/icons-react/icons/IconLink';
import IconMenu from '@tabler/icons-react/icons/IconMenu2';
import IconMoon from '@tabler/icons-react/icons/IconMoon';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconPrint from '@tabler/icons-react/icons/IconPrinter';
import IconQuote from '@tabler/icons-react/icons/IconQuote';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconSort from '@tabler/icons-react/icons/IconSortDescending';
import IconSun from '@tabler/icons-react/icons/IconSun';
import IconCross from '@tabler/icons-react/icons/IconX';
import type { ComponentType } from 'react';

function toIcon(Drawn: ComponentType<{ size: string; stroke: number; 'aria-hidden': true }>) {
  return () => <Drawn size="1.15em" stroke={1.75} aria-hidden />;
}

export const SearchIcon = toIcon(IconSearch);
export const CrossIcon = toIcon(IconCross);
export const QuestionIcon = toIcon(IconHelp);
export const SunIcon = toIcon(IconSun);
export const MoonIcon = toIcon(IconMoon);
export const MenuIcon = toIcon(IconMenu);
export const UpIcon = toIcon(IconUp);
export const DownIcon = toIcon(IconDown);
export const BackIcon = toIcon(IconBack);
export const FilterIcon = toIcon(IconFilter);
export const SortIcon = toIcon(IconSort);
export const ViewIcon = toIcon(IconAdjustments);
export const CopyIcon = toIcon(IconQuote);
export const FileIcon = toIcon(IconFile);
export const CheckIcon = toIcon(IconCheck);
export const SimilarIcon = toIcon(IconSimilar);
export const SaveIcon = toIcon(IconBookmark);
export const DownloadIcon = toIcon(IconDownload);
export const LinkIcon = toIcon(IconLink);
export const PrintIcon = toIcon(IconPrint);
export const PlusIcon = toIcon(IconPlus);
/** One shape for each decision, so that it is never told by color alone. */
export const StandsIcon = toIcon(IconEqual);
export const TurnedIcon = toIcon(IconTurned);
export const PartIcon = toIcon(IconPart);
