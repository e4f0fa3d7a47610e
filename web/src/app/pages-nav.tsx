/** The pages: those used all day in sight, the others in a menu; on a small screen all of them in the menu. */
import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, NavLink, useLocation } from 'react-router';
import { DownIcon, MenuIcon, MoonIcon, SunIcon } from '../components/icons.tsx';
import { useLimits } from '../lib/endpoints.ts';
import { withinHref } from '../lib/programme-filter.ts';
import { readNarrowing, withParams, writeNarrowing } from '../lib/url-state.ts';
import { useKeysHelp } from './keys.tsx';
import styles from './layout.module.css';

interface PageLink {
  readonly to: string;
  readonly label: string;
}

export function Pages() {
  const { pathname, search } = useLocation();
  const { hides } = useLimits();
  const keysHelp = useKeysHelp();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'dark' ? 'light' : 'dark';
  // Search and analytics speak of the same items: the way from one to the other keeps what narrows them.
  const narrowing = readNarrowing(new URLSearchParams(search));
  // The program that is looked at goes along to every page.
  const wayTo = (path: string) =>
    pathname === '/' || isWithin('/analytics', pathname)
      ? withParams(path, writeNarrowing(narrowing))
      : withinHref(path, narrowing.filters);
  const daily: PageLink[] = [
    { to: wayTo('/'), label: 'Search' },
    { to: wayTo('/analytics'), label: 'Analytics' },
    { to: withinHref('/similar', narrowing.filters), label: 'Similar cases' },
    ...(hides('saved') ? [] : [{ to: '/saved', label: 'Saved' }]),
  ];
  const rarer: PageLink[] = [
    { to: '/explain', label: 'Explain a letter' },
    { to: '/about', label: 'About this index' },
  ];
  const isHere = ({ to }: PageLink) => isWithin(to.split('?')[0] ?? '', pathname);
  const listed = narrow ? [...daily, ...rarer] : rarer;
  return (
    <nav aria-label="Pages" className={styles['nav']}>
      {narrow
        ? null
        : daily.map(({ to, label }) => (
            <NavLink key={label} to={to} end={pathname === '/'}>
              {label}
            </NavLink>
          ))}
      <Menu>
        <Menu.Target>
          <UnstyledButton className={styles['more']} data-here={!narrow && rarer.some(isHere)}>
            {narrow ? <MenuIcon /> : null} {narrow ? 'Menu' : 'More'} {narrow ? null : <DownIcon />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {listed.map((page) => (
            <Menu.Item key={page.label} component={Link} to={page.to} aria-current={isHere(page) ? 'page' : undefined}>
              {page.label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item rightSection={<kbd>?</kbd>} onClick={keysHelp}>
            Keyboard shortcuts
          </Menu.Item>
          <Menu.Item rightSection={scheme === 'dark' ? <SunIcon /> : <MoonIcon />} onClick={() => setColorScheme(other)}>
            Use {other} colors
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}

/** Whether an address is that of a page, or lies below it. */
function isWithin(page: string, pathname: string): boolean {
  return pathname === page || (page !== '/' && pathname.startsWith(`${page}/`));
}
