/** What tells whether a request is for therapy, what of it is a dose, and what opens it without saying anything. */
import type { MarkRow } from './row.ts';

/** Words of therapy, where the category of the service is not known. */
export const THERAPY_WORDS = {
  id: 'mark.therapy-words',
  what: 'Words of therapy in a request whose service is not known',
  pattern: /\b(?:sessions?|visits?|therap(?:y|ies)|treatments?)\b/i,
  examples: ['6 sessions', 'Further therapies'],
  counterexamples: ['6 boxes', 'Therapeutic lamp'],
} as const satisfies MarkRow;

export const COUNTED_VISITS = {
  id: 'mark.counted-visits',
  what: 'Visits or a pace of therapy spoken of in a request of another kind',
  pattern:
    /\b\d{1,3}\s+(?:\w{1,14}\s+){0,2}(?:visits?|sessions?|treatments?)\b|\b(?:visits?|sessions?|treatments?|follow[- ]?ups?)\W{0,3}(?:x|times|#|qty\W{0,2}|quantity\W{0,2})?\s?\d|\b(?:PT|therapy)\b.{0,20}\b[1-7] ?x ?\d|\b(?:classes|lessons)\b/i,
  examples: ['Dry needling, 6 sessions', 'Follow-ups x 3', 'Interferential therapy 2x4', 'Yoga classes, 6'],
  counterexamples: ['Visit to the sleep laboratory', '2 splints for therapy'],
} as const satisfies MarkRow;

export const LEAD = {
  id: 'mark.lead',
  what: 'What opens a request and says nothing of its count',
  pattern:
    /^(?:\s*(?:retro\w*\b[\s:,-]*(?:requests?\s+)?(?:(?:for|of)\s+)?|(?:prospective\s+)?requests?\s+(?:for|of)\s+|associated surgical (?:services?|procedures?):?\s*|(?:pre|post)-?\s?op(?:erative(?:ly)?)?\b[\s:]*(?:labs?:\s*)?|(?:pre|post)-?surgical\s+))+/i,
  examples: [
    'Retrospective request for 2 splints',
    'Associated surgical services: 2 splints',
    'Post-operative 6 PT',
    'Pre-op labs: 1 panel',
  ],
  counterexamples: ['2 splints, requested retrospectively', 'Requested 2 splints'],
} as const satisfies MarkRow;

export const DOSE = {
  id: 'mark.dose',
  what: 'Behind a piece: what is taken at a time, and how often, by which way, with what',
  pattern:
    /^[\s.,]{0,3}(?:orally|by mouth|po\b|p\.o|sl\b|sublingual|via\b|every\b|q\s?\d|q\.?\s?(?:[dh]|am|pm|hs|day|night|week|month|\d)|[bt]\.?i\.?d\b|qid|q\.i\.d|qhs|prn\b|as needed|as directed|daily|nightly|once\b|twice\b|at\b|per\b|a (?:day|week|night)\b|an hour|each\b|in the\b|on the\b|on and\b|to (?:the )?(?:affected|skin|area)|with (?:food|meals?|water|milk|breakfast|lunch|dinner|a )|before\b|after (?:meals?|food)|\d{1,2} ?(?:times|x\b|-?hours?)|\d{1,2} ?(?:-|to) ?\d{1,2} times)/i,
  examples: [' by mouth', ', po tid', ' q 6 hours', ' to the affected area', ' with food', ' 3 times a day'],
  counterexamples: [', 2 refills', ' for pain', ' of orchard balm'],
} as const satisfies MarkRow;

export const TAKEN = {
  id: 'mark.taken',
  what: 'Pieces that are taken: "1 tab, 60 tabs" says a dose and a count of one thing',
  pattern: /^\d+[\s-]*(?:tab|cap|pill|patch|suppos|lozenge|film|strip)/i,
  examples: ['1 tab', '2 patches'],
  counterexamples: ['1 tube', 'tablets'],
} as const satisfies MarkRow;

export const JOINED = {
  id: 'mark.joined',
  what: 'What joins counts that are to be added',
  pattern: /\band\b|&|\bplus\b|;/i,
  examples: ['4 visits and 6 visits', '4 visits; 6 visits'],
  counterexamples: ['12 visits, 6 visits authorized'],
} as const satisfies MarkRow;

export const MARK_ROWS: readonly MarkRow[] = [THERAPY_WORDS, COUNTED_VISITS, LEAD, DOSE, TAKEN, JOINED];
