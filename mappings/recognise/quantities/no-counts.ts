/**
 * What the numbers of a request are no counts of: strengths, dates, codes, spinal levels. They are blanked, in this order,
 * once numbers in words are digits; some words are evened, so that the rows of counts need know one form only.
 */
import type { StepRow } from './row.ts';

export const NO_COUNT_ROWS = [
  {
    id: 'no-count.numbering',
    what: 'The number of a list, and quotes, before a request',
    pattern: /^\s*(?:\d{1,2}[.)]\s+|["']+)/g,
    examples: [
      ['2) Orchard balm', 'Orchard balm'],
      ['"Wrist splint', 'Wrist splint'],
    ],
    counterexamples: ['2 wrist splints', '2.5 hours of coaching'],
  },
  {
    id: 'no-count.plural-in-brackets',
    what: '"time(s)" is "times"',
    pattern: /(?<=[a-z])\(e?s\)/gi,
    becomes: () => 's',
    examples: [
      ['3 time(s) a week', '3 times a week'],
      ['Patch(es) for the shoulder', 'Patchs for the shoulder'],
    ],
    counterexamples: ['Level 5 (S)'],
  },
  {
    id: 'no-count.weekly-alone',
    what: '"weekly for 6 weeks" is once a week, where no number says how often',
    pattern: /(?<!(?:\b(?:times|x|visits?|sessions?|hours?|bi|\d)|\dx)[\s-]?)\bweekly(?=,?\s(?:for|x|times|over)\s?\d{1,2}\s?w)/gi,
    becomes: () => '1 x weekly',
    examples: [['Massage weekly for 6 weeks', 'Massage 1 x weekly for 6 weeks']],
    counterexamples: [
      'Massage 2 times weekly for 6 weeks',
      'Massage 2x weekly x4 weeks',
      'Massage bi-weekly for 6 weeks',
      'Massage weekly',
    ],
  },
  {
    id: 'no-count.weekly-ahead',
    what: '"weekly massage for 6 weeks", the same said first',
    pattern: /(?<!\d[^,;]{0,60})(?<!\bbi[\s-]?)\bweekly(?= [^\d,;]{1,60}\b(?:for|x|times|over)\s?\d{1,2}\s?w)/gi,
    becomes: () => '1 x weekly',
    examples: [['Weekly massage for 6 weeks', '1 x weekly massage for 6 weeks']],
    counterexamples: ['2 visits weekly of massage for 6 weeks', 'Weekly massage', 'Bi-weekly massage for 6 weeks'],
  },
  {
    id: 'no-count.date',
    what: 'A date in numbers',
    pattern: /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/g,
    examples: [['Massage on 3/12/2015', 'Massage on']],
    counterexamples: ['Massage 3/12'],
  },
  {
    id: 'no-count.date-in-words',
    what: 'A date with the name of its month',
    pattern: /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b/gi,
    examples: [['Massage since March 3, 2015', 'Massage since']],
    counterexamples: ['Massage in May 12 times'],
  },
  {
    id: 'no-count.strength',
    what: 'A strength or a size, with its unit',
    pattern:
      /(?<![#\d])\d+(?:[.,]\d+)?(?:\s*[-/]\s*\d+(?:\.\d+)?){0,4}\s*(?:mgs?\b|mcg\b|µg\b|ml\b|cc\b|meq\b|iu\b|%|percent\b|cm\b|mm\b|inch\w*\b|lbs?\b|tesla\b)/gi,
    examples: [
      ['Norco 10/325 mg tablets', 'Norco tablets'],
      ['Orchard balm 2.5%', 'Orchard balm'],
      ['MRI, 3 Tesla', 'MRI,'],
    ],
    counterexamples: ['Norco 60 tablets', 'Syrup #180ml'],
  },
  {
    id: 'no-count.strength-of-two',
    what: '"10/325" without its unit: the second part is one that combinations with acetaminophen or ibuprofen have',
    pattern: /(?<![#\d])\b\d+(?:\.\d+)?\s*[-/]\s*(?:325|300|500|650|750|800|200)\b/g,
    examples: [['Norco 10/325 for pain', 'Norco for pain']],
    counterexamples: ['Massage 2-3 visits'],
  },
  {
    id: 'no-count.named-code',
    what: 'A code behind the word that says so',
    pattern: /\b(?:cpt|hcpcs|icd(?:-?(?:9|10))?|codes?)\b[\s:#(]*[A-Z]?\d[\w.]*/gi,
    examples: [
      ['Massage (CPT 971)', 'Massage ( )'],
      ['Massage for ICD-10: M25.5', 'Massage for'],
    ],
    counterexamples: ['Coding course, 3 visits'],
  },
  {
    id: 'no-count.code',
    what: 'A code by its form: HCPCS, CPT, ICD-9',
    pattern: /\b[A-Z]\d{4}\b|\b\d{5}\b|\b\d{3}\.\d{1,2}\b/g,
    examples: [
      ['Wrist splint L3908', 'Wrist splint'],
      ['Massage 97124', 'Massage'],
      ['Massage for 724.2', 'Massage for'],
    ],
    counterexamples: ['Tablets, 120'],
  },
  {
    id: 'no-count.report',
    what: 'The forms of reports',
    pattern: /\bPR-?\s?[1-4]\b/g,
    examples: [['PR-2 visit', 'visit']],
    counterexamples: ['PRP, 2 visits'],
  },
  {
    id: 'no-count.spinal-level',
    what: 'Levels of the spine',
    pattern: /\b[CTLS]-?\d{1,2}(?:\s?(?:-|\/|to|through|and|&|,)\s?[CTLS]?-?\d{1,2}(?!\d*\s*(?:x\b|times|sessions?|visits?)))*\b/g,
    examples: [
      ['Massage at L4-5', 'Massage at'],
      ['Block of C5, C6 and C7', 'Block of'],
      ['Massage at L5, 12 visits', 'Massage at , 12 visits'],
    ],
    counterexamples: ['X4 massages', '4-5 massages'],
  },
  {
    id: 'no-count.tooth',
    what: 'Teeth are told by their numbers',
    pattern: /\b(?:tooth|teeth)\W{0,3}(?:(?:nos?|numbers?)\W{0,2})?#?\d{1,2}(?:\s?(?:-|,|and|&|to|through)\s?#?\d{1,2}\b)*/gi,
    examples: [
      ['Crown of tooth #14', 'Crown of'],
      ['Crowns of teeth 3, 4 and 5', 'Crowns of'],
    ],
    counterexamples: ['Toothbrush, 2'],
  },
  {
    id: 'no-count.thousands-of-units',
    what: 'The strength of a vitamin in units',
    pattern: /(?<!\d)\d{1,3},000\s*units?\b/gi,
    examples: [['50,000 units of ergocalciferol', 'of ergocalciferol']],
    counterexamples: ['100 units of Botox'],
  },
  {
    id: 'no-count.several-in-one',
    what: '"3 in 1 commode" is the name of a thing',
    pattern: /\b\d-?\s?in-?\s?\d\b/gi,
    examples: [['3-in-1 commode', 'commode']],
    counterexamples: ['2 splints in 12 weeks'],
  },
  {
    id: 'no-count.number-of-a-medicine',
    what: 'A number that is part of a medicine\'s name: "vitamin B12", "Tylenol #3"',
    pattern: /\bvitamin [a-k]-?\d{1,2}\b|\b(?:tylenol|codeine) (?:#|no\.?\s?)\s?[234]\b|\bt#[234]\b/gi,
    examples: [
      ['Vitamin B12 shots', 'shots'],
      ['Tylenol #3 for pain', 'for pain'],
      ['T#4 for pain', 'for pain'],
    ],
    counterexamples: ['Tylenol #60', 'Vitamin D, 30 capsules'],
  },
  {
    id: 'no-count.empty-decimals',
    what: '"60.00" is 60',
    pattern: /\b(\d{1,4})\.0{1,2}\b/g,
    becomes: ([all, whole]) => (whole ?? '').padEnd(all.length),
    examples: [['Tablets, 60.00', 'Tablets, 60']],
    counterexamples: ['Tablets, 60.50'],
  },
] as const satisfies readonly StepRow[];
