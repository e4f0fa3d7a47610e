/** The head of a page about one letter, which stays in sight: the way back, what it is, and what else is told of it; then what is gone to stands below it. */
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import styles from './document-head.module.css';
import { BackIcon } from './icons.tsx';

interface Props {
  /** Null: from nowhere. */
  back: { readonly href: string; readonly label: string } | null;
  /** Ways beside the way back. */
  ways?: ReactNode;
  title: ReactNode;
  titleRef?: RefObject<HTMLHeadingElement | null>;
  children?: ReactNode;
}

export function DocumentHead({ back, ways, title, titleRef, children }: Props) {
  const head = useRef<HTMLElement>(null);
  // Before anything is scrolled to: however many lines it has, what is gone to comes to stand below it.
  useLayoutEffect(() => {
    const element = head.current;
    if (element === null) return;
    const root = document.documentElement.style;
    const measure = () => root.setProperty('--imr-stay', `${element.offsetHeight}px`);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.removeProperty('--imr-stay');
    };
  }, []);
  return (
    <header ref={head} className={styles['head']} data-stays>
      {back === null ? null : (
        <Link to={back.href} className={styles['back']}>
          <BackIcon /> <span>{back.label}</span>
        </Link>
      )}
      {ways}
      <h1 ref={titleRef} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
