/** The pages of analytics that a program has; each keeps what narrows the items. On a small screen they scroll sideways, the page that is shown in sight. */
import { useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { NarrowingState } from '../../lib/url-state.ts';
import { analyticsHref } from './address.ts';
import styles from './frame.module.css';
import { type AnalyticsPage, pagesOf } from './pages.ts';

interface Props {
  shown: AnalyticsPage;
  /** Null: not known yet. */
  programme: string | null;
  kept: NarrowingState;
}

export function PagesNav({ shown, programme, kept }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const here = list.current?.querySelector<HTMLElement>(`[data-path="${shown.under ?? shown.path}"]`);
    if (list.current === null || !here) return;
    // The list alone is moved, never the page.
    list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2;
  }, [shown]);
  return (
    <nav aria-label="Analytics" className="screen-only">
      <ul ref={list} className={styles['pages']}>
        {pagesOf(programme).map(({ path, title }) => (
          <li key={path} data-path={path}>
            <Link to={analyticsHref(path, kept)} aria-current={path === shown.path ? 'page' : path === shown.under ? 'true' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
