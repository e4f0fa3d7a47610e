/**
 * The layout of mid 2014 to 2015: the reviewer's specialty stands in the standing paragraph ("is Board Certified in ...
 * and is licensed to practice in ..."), guideline fields name chapters and pages. Known from one published letter.
 */
import { anchor, detectByAnchors } from './segmenting/anchors.ts';
import { ALL_HEADER_FIELDS, type Layout } from './segmenting/layout.ts';
import { COMMON_ANCHORS, segmentTitledLetter } from './segmenting/titled-letter.ts';

const ANCHORS = [...COMMON_ANCHORS, /\bThe\s+expert\s+reviewer\s+is\b/gi, anchor('licensed to practice in', { atLineStart: false })];

export const maximus2014: Layout = {
  id: 'maximus-2014',
  years: 'mid 2014 to 2015',
  tellsAuthorizedPart: false,
  tellsAdministrator: true,
  onePrintingTells: true,
  headerFields: ALL_HEADER_FIELDS,
  detect: (scan) => detectByAnchors(scan, ANCHORS),
  segment: segmentTitledLetter,
};
