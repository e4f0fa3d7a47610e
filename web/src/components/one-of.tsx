/** One of several words, in the room that the longest of them takes: changing it moves nothing beside it. */
import styles from './one-of.module.css';

export function OneOf({ words, shown }: { words: readonly string[]; shown: string }) {
  return (
    <span className={styles['all']}>
      {words.map((word) => (
        <span key={word} data-shown={word === shown} aria-hidden={word !== shown}>
          {word}
        </span>
      ))}
    </span>
  );
}
