/**
 * The layout of 2018 and later: as 2016-17, with the organisation spelled "Maximus". No letter was at hand; that only the spelling and the
 * guideline titles changed is an analyst's account (docs/LAYOUTS.md), so section titles are read in several wordings.
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

export const maximus2018: Layout = {
  id: 'maximus-2018',
  years: '2018 and later',
  tellsAuthorizedPart: true,
  tellsAdministrator: true,
  onePrintingTells: true,
  headerFields: ALL_HEADER_FIELDS,
  detect: (scan) => detectByAnchors(scan, [...ANCHORS, organisationAnchor(scan, 'Maximus')]),
  segment: segmentTitledLetter,
};
