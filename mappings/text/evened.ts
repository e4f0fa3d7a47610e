/** Text with its white space evened. */

/** A piece of text on one line: every run of white space is one blank. The form in which values are stored. */
export function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
