/** The frame of every page: skip link, header with the pages, main, footer with what is in the index. */
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { MoonIcon, SunIcon } from '../components/icons.tsx';
import { StatsLine } from '../features/overview/stats-line.tsx';
import { useLimits } from '../lib/endpoints.ts';
import { readNarrowing, withParams, writeNarrowing } from '../lib/url-state.ts';
import styles from './layout.module.css';

export function Layout() {
  const { pathname, search } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  const { hides } = useLimits();
  const loading = useNavigation().state !== 'idle';
  // A reader who followed a link is taken to the new page, not left on a link that is gone.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A list that was gone back to has taken the focus to the card that was opened from it.
    if (document.activeElement === main.current || !main.current?.contains(document.activeElement)) {
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  // Search and analytics speak of the same items: the way from one to the other keeps what narrows them.
  const kept =
    pathname === '/' || pathname === '/analytics' ? writeNarrowing(readNarrowing(new URLSearchParams(search))) : new URLSearchParams();
  return (
    <div className={styles['frame']}>
      <a href="#main" className={styles['skip']}>
        Skip to content
      </a>
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <Link to="/" className={styles['name']}>
            IMR Index
          </Link>
          <nav aria-label="Pages" className={styles['nav']}>
            <NavLink to={withParams('/', kept)} end>
              Search
            </NavLink>
            <NavLink to={withParams('/analytics', kept)}>Analytics</NavLink>
            <NavLink to="/similar">Similar cases</NavLink>
            {hides('saved') ? null : <NavLink to="/saved">Saved</NavLink>}
            <NavLink to="/explain">Explain</NavLink>
            <NavLink to="/about">About</NavLink>
          </nav>
          <ColorSchemeToggle />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles['main']} aria-busy={loading}>
        <Outlet />
      </main>
      <footer className={styles['footer']}>
        <div className={styles['bar']}>
          <StatsLine />
        </div>
      </footer>
      <ScrollRestoration />
    </div>
  );
}

function ColorSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={`Use ${other} colors`} onClick={() => setColorScheme(other)}>
      {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </ActionIcon>
  );
}
