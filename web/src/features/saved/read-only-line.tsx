/** What pages of saved things say on a server that can keep nothing. */
import { useLimits } from '../../lib/endpoints.ts';
import styles from './saved.module.css';

export function ReadOnlyLine() {
  if (!useLimits().readOnly) return null;
  return <p className={styles['quiet']}>This server is read only: what is saved is shown, and nothing can be changed.</p>;
}
