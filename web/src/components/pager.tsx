/** Previous and next as real links, and "Page 2 of 7" between them. Nothing where there is one page. */
import { Link } from 'react-router';
import { numberWords } from '../lib/words.ts';
import styles from './pager.module.css';

export function Pager({ page, pages, hrefOf, label }: { page: number; pages: number; hrefOf: (page: number) => string; label: string }) {
  if (pages <= 1 && page <= 1) return null;
  const last = Math.max(pages, 1);
  return (
    <nav aria-label={label} className={styles['pager']}>
      {page > 1 ? (
        <Link rel="prev" to={hrefOf(Math.min(page - 1, last))} className={styles['link']}>
          Previous
        </Link>
      ) : (
        <span className={styles['off']}>Previous</span>
      )}
      <span aria-current="page">
        Page {numberWords(page)} of {numberWords(last)}
      </span>
      {page < pages ? (
        <Link rel="next" to={hrefOf(page + 1)} className={styles['link']}>
          Next
        </Link>
      ) : (
        <span className={styles['off']}>Next</span>
      )}
    </nav>
  );
}
