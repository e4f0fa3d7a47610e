/** Values of a record as they stand on a page: each names its path in `data-value`, and is the way to its words and back. */

/** The first of these values that is shown: some (a heading that is also the request) are shown once for all of them. */
export function firstShown(paths: readonly string[]): string | undefined {
  return paths.find((path) => document.querySelector(`[data-value="${path}"]`) !== null);
}

/** Whether words are being selected, to be copied: such a reader chooses no value. */
export function isSelecting(): boolean {
  return window.getSelection()?.isCollapsed === false;
}
