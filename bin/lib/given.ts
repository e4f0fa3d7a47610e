/** What was given on the command line. */

/** Flags and arguments of a command by their names. */
export type Given = Readonly<Record<string, unknown>>;
