/** The table of what can go wrong on purpose, apart from the schema of a problem: the dashboard has no use for that. */

/** Every code with its HTTP status, its title and what a user can do about it (the page behind `type` shows it). */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is not valid', help: 'Each fault names its parameter and what was expected.' },
  'bad-query': { status: 400, title: 'The query could not be understood', help: 'The place is marked; correct it and search again.' },
  'not-a-query': {
    status: 400,
    title: 'This is a case told in words, not a query',
    help: 'Search finds cases like it. For rates use fewer words, or take all of them as typed.',
  },
  'not-found': { status: 404, title: 'There is nothing at this address', help: 'Check the address, or search for the case number.' },
  'determination-not-found': {
    status: 404,
    title: 'No such determination is in the index',
    help: 'Search for the case number; it may not be loaded.',
  },
  'item-not-found': { status: 404, title: 'The determination has no such disputed item', help: 'Open the determination to see its items.' },
  'not-on-this-server': {
    status: 404,
    title: 'This is not on this server',
    help: 'Ask the server that has the library.',
  },
  'original-not-found': { status: 404, title: 'The original file is not kept here', help: 'Ingest the file again with this data folder.' },
  'method-not-allowed': { status: 405, title: 'This address does not accept this method', help: 'Use the method in the Allow header.' },
  'cross-origin': { status: 403, title: 'Other pages may not send anything here', help: 'Use the page of this server.' },
  'body-too-large': {
    status: 413,
    title: 'What was sent is too large',
    help: 'Send less: the detail says how much is accepted. Larger letters can be loaded with: npm run imr -- ingest PATHS',
  },
  'media-type': { status: 415, title: 'This kind of content is not accepted here', help: 'The detail names the kinds that are accepted.' },
  unreadable: {
    status: 422,
    title: 'This could not be read as a determination letter',
    help: 'Use the whole letter as it was published: PDF, HTML, Markdown or its text.',
  },
  'reading-unavailable': {
    status: 503,
    title: 'No more letters can be read at this moment',
    help: 'Try again in a moment. Searching works meanwhile.',
  },
  'read-only': {
    status: 403,
    title: 'Nothing can be saved on this server',
    help: 'Save it on a server that may write to its library.',
  },
  'snapshot-not-found': {
    status: 404,
    title: 'No such snapshot is in the library',
    help: 'It may have been removed. Choose another one, or the live index.',
  },
  'snapshot-building': {
    status: 503,
    title: 'The index of this snapshot is still being made',
    help: 'It is made from the library when it is first asked for. Ask again in a moment; the live index answers meanwhile.',
  },
  'saved-not-found': {
    status: 404,
    title: 'This is not among what is saved',
    help: 'It may have been deleted; the list shows what there is.',
  },
  'saved-conflict': {
    status: 409,
    title: 'It conflicts with what is saved already',
    help: 'Choose another name, or delete something first.',
  },
  'saved-outdated': {
    status: 409,
    title: 'The list that was shown has expired',
    help: 'Nothing was marked. Look at what is new again, then mark it as seen.',
  },
  'window-too-large': { status: 400, title: 'The page lies beyond what can be shown', help: 'Narrow the search.' },
  'too-many-cells': {
    status: 400,
    title: 'The counts have more cells than can be shown',
    help: 'Narrow the search, or group by a field with fewer values.',
  },
  usage: { status: 400, title: 'The command was not understood', help: 'See imr --help.' },
  'bad-configuration': { status: 500, title: 'The configuration is not valid', help: 'Each fault names its option and what was expected.' },
  'engine-unavailable': { status: 503, title: 'The search engine cannot be reached', help: 'See that it is running, then try again.' },
  'no-index': { status: 503, title: 'There is no index yet', help: 'Read letters with: npm run imr -- ingest PATHS' },
  'index-incompatible': {
    status: 500,
    title: 'The index was made by another version',
    help: 'The detail says of which; move it away, or use the version that made it.',
  },
  'index-replaced': { status: 503, title: 'The index was just rebuilt', help: 'Ask again.' },
  'index-damaged': {
    status: 500,
    title: 'The index is damaged',
    help: 'Nothing is lost: it is made again from the library with: npm run imr -- reindex',
  },
  'index-foreign': {
    status: 500,
    title: 'The index is not of this library',
    help: 'Use the data folder that it was made from, or another index prefix; npm run imr -- reindex --replace overwrites it.',
  },
  'library-unavailable': {
    status: 503,
    title: 'The library cannot be used',
    help: 'See that the data folder exists, can be written to and has room. Searching works without writing.',
  },
  'library-incompatible': {
    status: 500,
    title: 'The library is of another version',
    help: 'Use the version of the program that made it, or another data folder.',
  },
  'library-damaged': {
    status: 500,
    title: 'Something in the library is damaged',
    help: 'See what with: npm run imr -- library check. Read the files named there again with: npm run imr -- ingest --again PATHS',
  },
  'library-locked': {
    status: 409,
    title: 'Another process is writing to the library',
    help: 'Wait until it is done, or end it, then try again.',
  },
  inexact: { status: 500, title: 'The engine gave counts that are not exact', help: 'Report this with the request id.' },
  internal: { status: 500, title: 'Something went wrong here', help: 'Report this with the request id.' },
} as const satisfies Record<string, { status: number; title: string; help: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
