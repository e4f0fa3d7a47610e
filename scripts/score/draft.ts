/**
 * Drafts of labels: what is read from a letter, in the shape of the labels, for a person to correct. A draft measures nothing:
 * each line carries `"draft": true`, and labels that still have it are refused.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Determination, GuidelineSide, Item } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { ITEM_FIELDS, LABEL_FIELDS } from './fields.ts';
import { filesBelow } from './letter-files.ts';
import { counted } from './report.ts';
import type { GoldItem, GoldLabel, GoldLetter, GoldReasons } from './schema.ts';
import { toldOf } from './what-decided.ts';

type Draft<T> = T & { draft: true };

/** Writes letters.jsonl, issues.jsonl and reasons.jsonl to `dir` for letters and folders of letters; returns a sentence. Never overwrites. */
export async function writeDraft(dir: string, paths: readonly string[]): Promise<string> {
  const targets = ['letters.jsonl', 'issues.jsonl', 'reasons.jsonl'].map((name) => join(dir, name));
  for (const target of targets)
    if ((await stat(target).catch(() => null)) !== null)
      throw new AppError('usage', `${target} is there already; a draft goes to a folder without labels.`);
  const letters: Draft<GoldLetter>[] = [];
  const labels: Draft<GoldLabel>[] = [];
  const reasons: Draft<GoldReasons>[] = [];
  const unread: string[] = [];
  for (const path of await filesOf(paths)) {
    const result = await readLetter(await readFile(path), basename(path));
    if (!result.ok) unread.push(`${basename(path)}: ${result.unreadable.reason.reason}\n`);
    else {
      const { determination } = result.letter;
      letters.push(draftLetter(determination, basename(path)));
      labels.push(...determination.items.map((item) => draftLabel(item, determination.caseNumber.value)));
      reasons.push(...determination.items.map((item) => draftReasons(item, determination.caseNumber.value)));
    }
  }
  if (letters.length === 0) throw new AppError('usage', `No letter could be read.\n${unread.join('')}`);
  await mkdir(dir, { recursive: true });
  for (const [index, lines] of [letters, labels, reasons].entries())
    await writeFile(targets[index] ?? '', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const not = unread.length === 0 ? '' : `Could not be read:\n${unread.join('')}`;
  return `${counted(letters.length, 'letter')} and ${counted(labels.length, 'item')} drafted in ${dir}. Correct each line against its letter, then take "draft" out of it.\n${not}`;
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => null);
      if (found === null) throw new AppError('usage', `${path} is not there; a letter or a folder of letters was expected.`);
      return found.isDirectory() ? (await filesBelow(path)).sort() : [path];
    }),
  );
  return files.flat();
}

function draftLetter(d: Determination, file: string): Draft<GoldLetter> {
  return {
    draft: true,
    caseNumber: d.caseNumber.value,
    file,
    dateAssigned: d.dates.assigned?.value ?? null,
    dateOfInjury: d.dates.injury?.value ?? null,
    decisionDate: d.dates.decided?.value ?? null,
    urDenialDate: d.dates.urDenial?.value ?? null,
    applicationReceived: d.dates.applicationReceived?.value ?? null,
    priority: d.priority?.value ?? null,
    licensedStates: d.reviewer.licensedStates.map(({ value }) => value),
    specialty: d.reviewer.specialtyAsPrinted?.value ?? null,
    summary: d.clinicalSummary?.value ?? null,
    issues: d.items.map(draftItem),
  };
}

function draftItem(item: Item): GoldItem {
  const { administrator, reviewer } = item.guidelines;
  return {
    number: item.number,
    heading: item.heading?.value ?? '',
    originalRequest: item.originalRequest?.value ?? null,
    authorisedByAdministrator: item.authorizedAtUr?.value ?? null,
    disputedService: item.inDispute?.value ?? null,
    decision: item.decision?.value ?? 'undetermined',
    administratorGuideline: administrator.asPrinted?.value ?? null,
    administratorMtus: draftMtus(item, 'administrator'),
    administratorNonMtus: administrator.nonMtus?.value ?? null,
    administratorNoneCited: administrator.basis?.value === 'none',
    maximusGuideline: reviewer.asPrinted?.value ?? null,
    maximusMtus: draftMtus(item, 'reviewer'),
    maximusNonMtus: reviewer.nonMtus?.value ?? null,
    maximusNoneCited: reviewer.basis?.value === 'none',
    rationale: item.rationale?.value ?? null,
  };
}

/** The titles and sections as the score compares them. */
function draftMtus(item: Item, side: 'administrator' | 'reviewer'): { name: string; sections: string }[] {
  const sections = ITEM_FIELDS[`${side}MtusSections`]?.ours(item) ?? [];
  return (ITEM_FIELDS[`${side}MtusNames`]?.ours(item) ?? []).map((name, index) => ({ name: name ?? '', sections: sections[index] ?? '' }));
}

const RETROSPECTIVE = { yes: true, no: false, unknown: null } as const;

function draftLabel(item: Item, caseNumber: string): Draft<GoldLabel> {
  const read = (field: string) => (LABEL_FIELDS[field]?.ours(item) ?? []).filter((value) => value != null);
  const { sessions, perWeek, weeks, units, refills } = item.quantity;
  const retrospective = item.retrospective?.value ?? 'no';
  return {
    draft: true,
    letter: caseNumber,
    issue: item.number,
    service: read('service')[0] ?? '',
    serviceAlternatives: [],
    category: read('category')[0] ?? '',
    dwcCategory: read('dwcCategory')[0] ?? null,
    drugs: [...new Set(read('drugs'))],
    bodyParts: [...new Set(read('bodyParts'))],
    side: read('side')[0] ?? null,
    quantity: {
      sessions: sessions?.value ?? null,
      perWeek: perWeek?.value ?? null,
      weeks: weeks?.value ?? null,
      units: units?.value ?? null,
      refills: refills?.value ?? null,
    },
    retrospective: RETROSPECTIVE[retrospective],
    dateOfService: read('dateOfService')[0] ?? null,
    associatedSurgical: read('associatedSurgical').length > 0,
    caGuidelines: cited(item.guidelines.administrator),
    mxGuidelines: cited(item.guidelines.reviewer),
    caBasis: item.guidelines.administrator.basis?.value ?? 'none',
    mxBasis: item.guidelines.reviewer.basis?.value ?? 'none',
  };
}

/** What is read; rules and conclusions are not told apart on a record and are for the person to fill in. */
function draftReasons(item: Item, caseNumber: string): Draft<GoldReasons> {
  return {
    draft: true,
    letter: caseNumber,
    issue: item.number,
    decision: item.decision?.value ?? 'undetermined',
    deciding: [...(toldOf(item)?.deciding ?? [])],
    guideline: [],
    conclusion: [],
    reasons: [...(toldOf(item)?.reasons ?? [])],
  };
}

const cited = ({ citations }: GuidelineSide) => [...new Set(citations.map(({ guideline }) => guideline))].map((id) => ({ id }));
