/**
 * What is published about the programmes as a whole, for comparison alone: no figure of this program is computed from it. Each as its source has it;
 * where sources differ, by the day of their count and by how they count modified decisions, both stand here.
 */
import type { ProgrammeEvent, PublishedFigure } from '#contract/programme-figures.ts';

const DWC_2018 = 'DWC’s report of 2018, as told by WorkCompCentral';
const CWCI_2015 = 'CWCI, counts of April 2015 and later';
const CWCI_2016 = 'CWCI, counts of February 2016 and later';
const CWCI_2017 = 'CWCI, release 609 and later counts';
const CWCI_2018 = 'CWCI release of March 2018';
const CWCI_LATER = 'CWCI studies of September 2020, 2021 and 2022';
const CWCI_2023 = 'CWCI release of May 2023';
const DWC_2020 = 'DWC news release 2020-102';
const DWC_2021 = 'DWC’s report of 2021, as told by the trade press';
const DWC_2024 = 'DWC news release 2024-48';
const DWC_2025 = 'DWC news release 2025-36';
const PASSED_ON = 'DWC and CWCI figures, as told by the trade press';

type Row = Omit<PublishedFigure, 'programme'>;

const DWC_ROWS: readonly Row[] = [
  {
    year: 2013,
    publisher: 'division',
    measure: 'upheld',
    value: 84,
    note: 'The program was open to injuries of every date from July on only.',
    source: 'DWC, as told by a law firm’s news',
  },
  { year: 2014, publisher: 'division', measure: 'letters', value: 143_840, source: DWC_2018 },
  { year: 2014, publisher: 'institute', measure: 'letters', value: 143_983, source: CWCI_2015 },
  {
    year: 2014,
    publisher: 'institute',
    measure: 'services',
    value: 260_889,
    note: 'In the 137,781 letters of an earlier count.',
    source: CWCI_2015,
  },
  { year: 2014, publisher: 'division', measure: 'upheld', value: 91.4, source: DWC_2018 },
  { year: 2014, publisher: 'institute', measure: 'upheld', value: 91, source: CWCI_2015 },
  { year: 2015, publisher: 'division', measure: 'letters', value: 165_496, source: DWC_2018 },
  { year: 2015, publisher: 'institute', measure: 'letters', value: 165_525, source: CWCI_2016 },
  { year: 2015, publisher: 'division', measure: 'upheld', value: 88.8, source: DWC_2018 },
  { year: 2015, publisher: 'institute', measure: 'upheld', value: 88.6, source: CWCI_2016 },
  { year: 2016, publisher: 'division', measure: 'letters', value: 175_963, source: DWC_2018 },
  { year: 2016, publisher: 'institute', measure: 'letters', value: 176_002, source: CWCI_2017 },
  { year: 2016, publisher: 'division', measure: 'upheld', value: 91.6, source: DWC_2018 },
  { year: 2016, publisher: 'institute', measure: 'upheld', value: 91.2, source: CWCI_2017 },
  { year: 2017, publisher: 'division', measure: 'letters', value: 172_145, source: DWC_2018 },
  { year: 2017, publisher: 'institute', measure: 'letters', value: 172_194, source: CWCI_2018 },
  { year: 2017, publisher: 'division', measure: 'upheld', value: 91.7, source: DWC_2018 },
  { year: 2017, publisher: 'institute', measure: 'upheld', value: 91.2, source: CWCI_2018 },
  { year: 2018, publisher: 'division', measure: 'letters', value: 185_000, about: true, source: PASSED_ON },
  { year: 2018, publisher: 'institute', measure: 'letters', value: 184_735, source: PASSED_ON },
  { year: 2018, publisher: 'either', measure: 'upheld', value: 90, about: true, source: PASSED_ON },
  { year: 2019, publisher: 'division', measure: 'letters', value: 164_000, about: true, source: DWC_2020 },
  { year: 2019, publisher: 'institute', measure: 'letters', value: 163_899, source: CWCI_LATER },
  { year: 2019, publisher: 'either', measure: 'services', value: 261_708, note: 'Primary services.', source: PASSED_ON },
  { year: 2019, publisher: 'division', measure: 'overturned', value: 10.4, source: DWC_2020 },
  { year: 2019, publisher: 'institute', measure: 'upheld', value: 88.4, source: CWCI_LATER },
  { year: 2020, publisher: 'division', measure: 'letters', value: 136_740, source: PASSED_ON },
  { year: 2020, publisher: 'institute', measure: 'letters', value: 136_738, source: CWCI_LATER },
  { year: 2020, publisher: 'either', measure: 'services', value: 215_788, source: PASSED_ON },
  { year: 2020, publisher: 'either', measure: 'overturned', value: 9.5, source: PASSED_ON },
  { year: 2021, publisher: 'institute', measure: 'letters', value: 133_494, source: CWCI_LATER },
  { year: 2021, publisher: 'either', measure: 'services', value: 209_782, source: PASSED_ON },
  { year: 2021, publisher: 'division', measure: 'overturned', value: 7.2, source: DWC_2021 },
  { year: 2021, publisher: 'institute', measure: 'upheld', value: 92, source: 'CWCI, September 2022 and May 2023' },
  { year: 2022, publisher: 'institute', measure: 'letters', value: 127_215, source: CWCI_2023 },
  { year: 2022, publisher: 'institute', measure: 'upheld', value: 91.1, source: CWCI_2023 },
  { year: 2023, publisher: 'division', measure: 'letters', value: 130_774, source: DWC_2024 },
  { year: 2023, publisher: 'division', measure: 'overturned', value: 10.2, source: DWC_2024 },
  { year: 2024, publisher: 'division', measure: 'letters', value: 141_621, source: DWC_2025 },
  { year: 2024, publisher: 'division', measure: 'overturned', value: 12.7, source: DWC_2025 },
  {
    year: 2025,
    quarter: 1,
    publisher: 'institute',
    measure: 'letters',
    value: 38_393,
    source: 'CWCI, as told by the trade press in June 2025',
  },
  {
    year: 2025,
    quarter: 1,
    publisher: 'institute',
    measure: 'upheld',
    value: 90,
    about: true,
    source: 'CWCI, as told by the trade press in June 2025',
  },
];

/** By year, each measure by DWC first. */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = DWC_ROWS.map((row) => ({ programme: 'dwc', ...row }));

/** In the order of their days. */
export const PROGRAMME_EVENTS: readonly ProgrammeEvent[] = [
  {
    id: 'all_injuries',
    programme: 'dwc',
    since: '2013-07-01',
    label: 'All injuries',
    note: 'IMR is open to disputes over injuries of every date, where before it was to injuries of 2013 and later alone.',
    checked: true,
  },
  {
    id: 'evidence_order',
    programme: 'dwc',
    since: '2015-04',
    label: 'Order of evidence',
    note: 'A rule says in which order medical evidence is looked for where the MTUS does not settle a request.',
    checked: false,
  },
  {
    id: 'pain_and_opioids',
    programme: 'dwc',
    since: '2016-07-28',
    label: 'Chronic pain and opioids',
    note: 'The MTUS has a new text on chronic pain and guidelines of its own on opioids: what letters cite changes.',
    checked: true,
  },
  {
    id: 'acoem',
    programme: 'dwc',
    since: '2017-12-01',
    label: 'ACOEM adopted',
    note: 'Current ACOEM guidelines take the place of the MTUS chapters of 2004 and 2009: what letters cite is called otherwise.',
    checked: true,
  },
  {
    id: 'formulary',
    programme: 'dwc',
    since: '2018-01-01',
    label: 'Drug formulary',
    note: 'The MTUS drug formulary is in force, and disputes over it come to IMR.',
    checked: true,
  },
  {
    id: 'pandemic',
    programme: 'dwc',
    since: '2020-03',
    label: 'Pandemic',
    note: 'COVID-19: far fewer letters are published than of the years before.',
    checked: true,
  },
];

/**
 * How many letters are published of a year, for what is loaded to be told beside: an exact count before one that is rounded, that of DWC before CWCI's; null
 * where none is known of the whole year.
 */
export function lettersPublished(programme: string, year: number): PublishedFigure | null {
  const rows = PUBLISHED_FIGURES.filter(
    (row) => row.programme === programme && row.year === year && row.measure === 'letters' && row.quarter === undefined,
  );
  return rows.find(({ about }) => about !== true) ?? rows[0] ?? null;
}

/** The events of a programme that a chart may mark. */
export function eventsOf(programme: string): readonly ProgrammeEvent[] {
  return PROGRAMME_EVENTS.filter((event) => event.programme === programme && event.checked);
}
