/** What is written can be read: every pair of words and ground of the tokens has the contrast of WCAG AA, in both schemes; and sheets use the tokens. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('../../web/src/app/tokens.css', import.meta.url), 'utf8');

/** The colors of the first rule with this selector. */
function colorsOf(selector: string): ReadonlyMap<string, string> {
  const from = sheet.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`tokens.css has no rule ${selector}`);
  const rule = sheet.slice(from, sheet.indexOf('}', from));
  return new Map([...rule.matchAll(/--imr-([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', color = '']) => [name, color]));
}
const light = colorsOf('[data-picture]');
const SCHEMES = { light, dark: new Map([...light, ...colorsOf(':root[data-mantine-color-scheme="dark"]')]) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const OUTCOMES = ['upheld', 'overturned', 'in-part', 'undetermined'];
const GROUNDS = ['page', 'raised', 'sunken'];
const TINTS = [...light.keys()].filter((name) => name.startsWith('tint-'));
const WORDS: readonly (readonly [string, string])[] = [
  ...['ink', 'quiet', 'link', 'accent', 'fault-line', ...OUTCOMES].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ...OUTCOMES.flatMap((outcome) => [[outcome, `${outcome}-soft`] as const, ['ink', `${outcome}-soft`] as const]),
  ...TINTS.map((tint) => ['ink', tint] as const),
  ['mark-ink', 'mark'],
  ['mark-ink', 'mark-current'],
];
const SERIES = [...light.keys()].filter((name) => name.startsWith('series-'));
const EDGES = ['edge-control', 'accent', ...OUTCOMES.map((outcome) => `${outcome}-bar`), ...SERIES].flatMap((edge) =>
  ['page', 'raised'].map((ground) => [edge, ground] as const),
);

describe.each(Object.entries(SCHEMES))('%s', (_, colors) => {
  const of = (name: string) => {
    const color = colors.get(name);
    if (color === undefined) throw new Error(`tokens.css has no color --imr-${name}`);
    return color;
  };
  it.each(WORDS)('%s on %s', (ink, ground) => expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5));
  it.each(EDGES)('the edge %s on %s', (edge, ground) => expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3));
});

it('sizes of type, weights and colors stand in the tokens alone', () => {
  const sheets = globSync('**/*.css', { cwd: new URL('../../web/src/', import.meta.url) }).filter((name) => !name.endsWith('tokens.css'));
  expect(sheets.length).toBeGreaterThan(20);
  const own = sheets.flatMap((name) => {
    const rules = readFileSync(new URL(`../../web/src/${name}`, import.meta.url), 'utf8');
    // On paper sizes are in points.
    return [...rules.matchAll(/(?:font-size:\s*[\d.]+(?:rem|px)|font-weight:\s*\d|#[0-9a-f]{3,8}\b)/g)].map(
      ([found]) => `${name}: ${found}`,
    );
  });
  expect(own).toEqual([]);
});
