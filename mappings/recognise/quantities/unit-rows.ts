/** How many pieces of a thing, and how many refills. First of a field wins: what is dispensed, what has a unit, what stands alone. */
import { BETWEEN } from './fragments.ts';
import type { CountRow, PatternRow } from './row.ts';

const THINGS = { kind: 'things' } as const;

/** A count behind the word that opens it; not one of refills, and no duration. */
const dispensed = (opening: string): RegExp =>
  new RegExp(
    String.raw`${opening}(\d{1,4})(?:\b|(?=(?:ml|gms?|grams?|g|cc|tabs?|tablets?|caps?|capsules?)\b))(?!\s*(?:refills?\b(?!\W{0,3}(?:\d|x|times))|weeks?\b|months?\b))`,
    'i',
  );
const QUANTITY = [dispensed(String.raw`\bqty\.?[:=#\s]*`), dispensed(String.raw`\bquantity\s*(?:of|is|[:=#-])*\s*`)] as const;
const DISPENSED = [
  dispensed(String.raw`#[\s:]*`),
  ...QUANTITY,
  dispensed(String.raw`\bNo\.\s*`),
  dispensed(String.raw`\bdisp(?:ense)?\.?:?\s*#?\s*`),
  dispensed(String.raw`\bcount(?: of)?\s*`),
  dispensed(String.raw`\b(?:tabs?|tablets?|caps?|capsules?|pills?|patch(?:es)?)\s*[:#=]\s*`),
  dispensed(String.raw`\btotal of\s*`),
  dispensed(String.raw`\b(?:amount|number)\W{1,2}`),
  /(?<![\d.])\b(\d{1,4})\s?#(?!\s?\d)/i,
] as const;

/** Pieces with their unit. Which of several are asked for, and which are a dose, is told of all of them (`pieces.ts`). */
export const PIECES_ROW = {
  id: 'units.pieces',
  what: '"60 tablets", "2 boxes": of one kind, without what is taken at a time',
  where: THINGS,
  several: 'pieces',
  patterns: [
    /(?<!take )(?<!apply )(?<![\d.-]|\d,)\b(\d{1,4})[\s-]*(?:tabs?|tablets?|caps?|capsules?|pills?|patch(?:es)?|count|ct|tubes?|bottles?|vials?|box(?:es)?|kits?|units?|pairs?|packs?|packages?|packets?|sets?|rolls?|bags?|suppositor(?:y|ies)|lozenges?|films?|strips?|pens?|syringes?|inhalers?|ampules?|canisters?|pumps?|each(?=\s*(?:$|[,;.)])))\b(?!\/)/gi,
  ],
  examples: [
    ['pharm', 'Naproxen 550 mg 60 tablets, no refills', 60],
    ['pharm', 'Naproxen 500 mg 1 tablet with food, 60 tablets', 60],
    ['pharm', 'Naproxen 500 mg 1 tablet, 60 tablets', 60],
    ['pharm', 'Gabapentin 300 mg 1 tab q 6 hours, 120 tablets', 120],
    ['dme', '2 boxes of gauze, 12', 2],
    ['pharm', '3 lotions, 2 tubes', 2],
    ['inj', '2 vials for 3 injections', 2],
  ],
  before: ['units.opening', 'units.injections', 'units.behind'],
  counterexamples: [
    ['pharm', 'Take 1 tablet by mouth every 6 hours'],
    ['pharm', 'Naproxen 500 mg 20 tablets, lidocaine 5 patches'],
    ['pharm', 'One tablet daily of Naproxen 500 mg'],
    ['dme', 'TENS unit, 30 day trial'],
  ],
} as const satisfies PatternRow;

export const UNIT_ROWS = [
  {
    id: 'units.dispensed',
    what: '"#60", "Qty: 120", "#180ml", "60 #"',
    where: { ...THINGS, never: ['dental'] },
    patterns: DISPENSED,
    examples: [
      ['pharm', 'Norco 10/325mg #60', 60],
      ['pharm', 'Cough syrup #180ml', 180],
      ['pharm', 'Naproxen 550 mg QTY: 60.00', 60],
      ['pharm', 'Norco 10/325 mg, quantity of 90 with 2 refills', 90],
      ['pharm', 'Naproxen No. 60', 60],
      ['pharm', 'Naproxen, dispense 60', 60],
      ['pharm', 'Naproxen, count of 60', 60],
      ['pharm', 'Naproxen tablets: 60', 60],
      ['pharm', 'Naproxen, a total of 60', 60],
      ['pharm', 'Naproxen, amount: 60', 60],
      ['pharm', 'Naproxen 60 #', 60],
      ['pharm', 'Naproxen 10 tablets #60', 60],
      ['pharm', '2 creams #60', 60],
      ['pharm', 'Naproxen, 30; #60', 60],
      ['pharm', 'Naproxen #60, 2', 60],
      ['inj', '2 injections, #3', 3],
    ],
    before: ['units.pieces', 'units.opening', 'units.injections', 'units.behind', 'units.between-separators'],
    counterexamples: [
      ['dental', 'Root canal #30'],
      ['pharm', 'Norco, quantity 2 refills'],
      ['rehab', 'Acupuncture #8'],
    ],
  },
  {
    id: 'units.dispensed-by-dentist',
    what: 'The same of a dentist, who must say that it is a quantity: teeth are told by their numbers',
    where: { ...THINGS, only: ['dental'] },
    patterns: QUANTITY,
    examples: [
      ['dental', 'Night guard, qty: 2', 2],
      ['dental', 'Root canal #30, quantity 1', 1],
      ['dental', '1 set of trays, quantity: 2', 2],
      ['dental', '1 night guard, quantity: 2', 2],
      ['dental', 'Night guard, qty 2, x 3 fittings', 2],
    ],
    before: ['units.pieces', 'units.opening', 'units.behind'],
    counterexamples: [['dental', 'Root canal #30']],
  },
  PIECES_ROW,
  {
    id: 'units.injected',
    what: 'Units of what is injected, with how often or the muscle as its place, beside pieces of another kind',
    where: THINGS,
    patterns: [/\b(\d{2,4})\s*units\b(?=\s*(?:every|q\d|IM\b))/i],
    examples: [['inj', 'Botox 200 units every 12 weeks, 2 vials', 200]],
    counterexamples: [['dme', '2 units of the rental']],
  },
  {
    id: 'units.opening',
    what: 'The number that opens a request for a thing',
    where: { ...THINGS, pieces: 'not several' },
    behindLead: true,
    notOfPiece: true,
    patterns: [
      /^\s*(\d{1,3})\s+(?=[a-z])(?!(?:sessions?|visits?|refills?|times?|in\b|phase|levels?|views?|x\b(?!-?\s?rays?)|weeks?|wks?|months?|days?|nights?(?!\s*guard)|hours?|hrs?|minutes?|years?|leads?|channels?|panel|wheel\w*|points?|parts?|dimension\w*|d\b|tesla|inch\w*|and\b|to\b|or\b|per\b|a\b|percent|mg|gm?\b|grams?|volts?)\b)/i,
    ],
    examples: [
      ['dme', '1 knee brace', 1],
      ['dental', '1 night guard', 1],
      ['dme', 'Retrospective request for 2 wrist braces', 2],
      ['inj', '2 trays for 3 injections', 2],
      ['dme', '2 splints, 3', 2],
    ],
    before: ['units.injections', 'units.behind'],
    counterexamples: [
      ['diag', '3 view x-ray'],
      ['dme', '2 nights in the sleep laboratory'],
      ['pharm', 'One tablet daily of Naproxen 500 mg'],
      ['pharm', '2) Naproxen 550 mg'],
    ],
  },
  {
    id: 'units.injections',
    what: 'A count of injections',
    where: { ...THINGS, only: ['inj'] },
    patterns: [new RegExp(String.raw`(?<![\d.#-])\b(\d{1,2})\s+${BETWEEN}injections?\b`, 'i')],
    examples: [
      ['inj', 'Orthovisc, 3 knee injections', 3],
      ['inj', 'Orthovisc, 3 injections x 2', 3],
    ],
    before: ['units.behind'],
    counterexamples: [
      ['inj', 'Synvisc-One injection'],
      ['inj', 'Injection at L4-L5'],
      ['dme', 'Tray for 3 injections'],
    ],
  },
  {
    id: 'units.behind',
    what: '"times 3", "x 2" behind a thing, ", 2" at the end; "series of 3"',
    where: { ...THINGS, pieces: 'not several' },
    patterns: [
      /\b(?:times|x)\s*(\d{1,3})\b(?!\s*(?:mg|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|levels?|leads?|views?|per\b|a\b|\/|times\b|x\b|\d))/i,
      /,\s*(\d{1,3})\s*$/i,
      /\bseries of\s*(\d{1,2})\b/i,
    ],
    examples: [
      ['diag', 'Electrocardiogram times 3', 3],
      ['diag', 'X-ray of the wrist, 2', 2],
      ['inj', 'Orthovisc, series of 3', 3],
      ['pharm', 'Orchard balm; 30; x 2', 2],
    ],
    before: ['units.between-separators'],
    counterexamples: [
      ['dme', 'Cold pack x 4 weeks'],
      ['pharm', 'Naproxen 500 mg 20 tablets, lidocaine 5 patches, 2'],
    ],
  },
  {
    id: 'units.behind-strength',
    what: '"Dilaudid 4mg 240": a number behind a strength, which is blank by now',
    where: { ...THINGS, only: ['pharm'], pieces: 'none' },
    patterns: [/(?<=\s{3})(\d{1,4})\s*(?:$|(?:per|a|\/)\s*month\b|monthly)/],
    examples: [
      ['pharm', 'Dilaudid 4mg 240', 240],
      ['pharm', 'Dilaudid 4 mg 90 per month', 90],
      ['pharm', 'Dilaudid; 30; 4 mg 90 per month', 90],
    ],
    before: ['units.between-separators'],
    counterexamples: [
      ['pharm', 'Dilaudid 240'],
      ['dme', 'Lamp of 20 cm 2'],
    ],
  },
  {
    id: 'units.between-separators',
    what: 'A number alone between separators',
    where: { ...THINGS, only: ['pharm'], pieces: 'none' },
    patterns: [/[a-z)\s]\s?[,;]\s{0,3}(\d{2,3})(?=\s{0,9}[,;])/i],
    examples: [['pharm', 'Norflex 100 mg; 60; no refills', 60]],
    counterexamples: [
      ['pharm', 'Norflex 100 mg; 6; no refills'],
      ['dme', 'Lamp; 60; for the desk'],
    ],
  },
] as const satisfies readonly CountRow[];

/** More refills than this in a word like "refill #60" are a count of pills. */
const MOST_REFILLS = 12;

export const REFILL_ROWS = [
  {
    id: 'refills.any',
    what: 'Refills, also that there are none',
    patterns: [
      /(?:\bx\s?|(?<![#\d.]\s?)\b)(\d{1,2})\s*(?:additional\s+|more\s+)?(?:refills?|rf)\b(?!\s*[:x#=]?\s*\d)/i,
      /\b(?:refills?|rf)\s*(?:[:x#=-]|\(|of|times|qty:?)?\s*(\d{1,2})\b(?!\s*(?:mg|mcg|tab|cap))/i,
      /\b(no|without)\s+refills?\b/i,
    ],
    least: 0,
    most: MOST_REFILLS,
    examples: [
      ['pharm', 'Two refills of Naproxen 550mg #60', 2],
      ['pharm', 'Norco #30 refills times three', 3],
      ['pharm', 'Buspar 10 mg #60 x3 refills', 3],
      ['pharm', 'Naproxen 550 mg 60 tablets, no refills', 0],
    ],
    counterexamples: [
      ['pharm', 'Norco refill #60'],
      ['pharm', 'Refill of Norco 10 mg'],
    ],
  },
] as const satisfies readonly CountRow[];
