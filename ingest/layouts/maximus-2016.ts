/**
 * The layout of 2016-17: a credentials block ("The Expert Reviewer has the following credentials:"), guideline fields
 * from a pick list of titles and years, headings that tell what UR had authorized. Known from published letters of December 2016 to
 * February 2017.
 */
import { anchor, detectByAnchors } from './segmenting/anchors.ts';
import { ALL_HEADER_FIELDS, type Layout } from './segmenting/layout.ts';
import { COMMON_ANCHORS, organisationAnchor, segmentTitledLetter } from './segmenting/titled-letter.ts';

const ANCHORS = [
  ...COMMON_ANCHORS,
  anchor('The Expert Reviewer has the following credentials :'),
  anchor('State(s) of Licensure :'),
  anchor('Certification(s)/Specialty :'),
];

/** The organisation is spelled in capitals; later letters spell it "Maximus". */
export const maximus2016: Layout = {
  id: 'maximus-2016',
  years: '2016 to 2017',
  tellsAuthorizedPart: true,
  tellsAdministrator: true,
  onePrintingTells: true,
  headerFields: ALL_HEADER_FIELDS,
  detect: (scan) => detectByAnchors(scan, [...ANCHORS, organisationAnchor(scan, 'MAXIMUS')]),
  segment: segmentTitledLetter,
};
