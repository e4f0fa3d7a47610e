/**
 * A row of tools that is one stop of the keyboard: the arrow keys, Home and End go from tool to tool, Tab leaves the row. Tools may come
 * and go, and may be links, buttons or switches anywhere within it.
 */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

export function Toolbar({ label, className, children }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  const settle = () => {
    const tools = toolsOf(row.current);
    if (stop.current === null || !tools.includes(stop.current)) stop.current = tools[0] ?? null;
    for (const tool of tools) tool.tabIndex = tool === stop.current ? 0 : -1;
  };
  // The tools are drawn by others: which of them is the stop is put right after each drawing, and whenever they draw by themselves.
  useLayoutEffect(settle);
  useLayoutEffect(() => {
    if (row.current === null) return;
    const observer = new MutationObserver(settle);
    observer.observe(row.current, { childList: true, subtree: true, attributeFilter: ['disabled', 'href'] });
    return () => observer.disconnect();
  });
  const press = (event: KeyboardEvent) => {
    const tools = toolsOf(row.current);
    const at = tools.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (at < 0 || next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    tools.at(next % tools.length)?.focus();
  };
  const enter = (event: FocusEvent) => {
    if (!toolsOf(row.current).includes(event.target as HTMLElement)) return;
    stop.current = event.target as HTMLElement;
    settle();
  };
  return (
    <div ref={row} role="toolbar" aria-label={label} className={className} onKeyDown={press} onFocus={enter}>
      {children}
    </div>
  );
}

/** What can be pressed in the row, but for what stands in a panel that one of them opens. */
function toolsOf(row: HTMLElement | null): HTMLElement[] {
  const all = row?.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled)') ?? [];
  return [...all].filter((tool) => tool.closest('[role="dialog"], [role="menu"]') === null);
}
