/** The frame of every page: skip link, header with the pages, main, footer with what is in the index; on paper a head that says what was printed. */
import { useEffect, useRef } from 'react';
import { Link, type Location, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { StatsLine } from '../features/overview/stats-line.tsx';
import { withinHref } from '../lib/programme-filter.ts';
import { readNarrowing } from '../lib/url-state.ts';
import { Keys } from './keys.tsx';
import styles from './layout.module.css';
import { Pages } from './pages-nav.tsx';
import { PrintHead } from './print-head.tsx';

export function Layout() {
  const { pathname, search } = useLocation();
  const home = withinHref('/', readNarrowing(new URLSearchParams(search)).filters);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
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
  return (
    <Keys>
      <div className={styles['frame']}>
        <a href="#main" className={styles['skip']}>
          Skip to content
        </a>
        <header className={styles['header']}>
          <div className={styles['bar']}>
            {/* The first of the pages leads to the same place: one stop of the keyboard is enough. */}
            <Link to={home} className={styles['name']} tabIndex={-1}>
              IMR Index
            </Link>
            <Pages />
          </div>
        </header>
        <main id="main" ref={main} tabIndex={-1} className={styles['main']} aria-busy={loading}>
          <PrintHead />
          <Outlet />
        </main>
        <footer className={styles['footer']}>
          <div className={styles['bar']}>
            <StatsLine />
          </div>
        </footer>
        <ScrollRestoration getKey={placeOf} />
      </div>
    </Keys>
  );
}

/** What a scroll place is kept for: a visit to a page. The first of a tab has no name of its own, so that its address stands for it. */
function placeOf({ key, pathname, search }: Location): string {
  return key === 'default' ? `${pathname}${search}` : key;
}
