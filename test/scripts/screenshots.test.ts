/** What the pictures script is asked for, and what it would take. */
import { describe, expect, it } from 'vitest';
import { contactSheet } from '../../scripts/screenshots/contact-sheet.ts';
import { readOptions } from '../../scripts/screenshots/options.ts';
import { shotsOf, visitsOf } from '../../scripts/screenshots/shots.ts';
import { PAGES } from '../e2e/pages.ts';

const read = (line: string) => readOptions(line.split(' ').filter(Boolean), false);

describe('the arguments', () => {
  it('without any: every page in every state and width, into a folder that git ignores', () => {
    expect(read('')).toEqual({
      out: 'screenshots',
      only: [],
      state: ['full', 'loading', 'empty', 'error'],
      width: [390, 1280, 1920, 2560],
      letters: 600,
      readme: false,
    });
  });

  it('narrow what is taken', () => {
    expect(read('--only about saved --only analytics --width 390 --width 700 --state full --letters 9 --out pictures')).toMatchObject({
      only: ['about', 'saved', 'analytics'],
      width: [390, 700],
      state: ['full'],
      letters: 9,
      out: 'pictures',
    });
  });

  it.each(['--only nowhere', '--state asleep', '--width wide', '--letters -1', '--unknown'])('%s is refused', (line) => {
    expect(() => read(line)).toThrow();
  });
});

describe('the pictures', () => {
  it('are every page in four states, two color schemes and four widths, and each once on paper, under names of their own', () => {
    const files = shotsOf(read('')).map(({ file }) => file);
    expect(files).toHaveLength(PAGES.length * (4 * 2 * 4 + 1));
    expect(new Set(files).size).toBe(files.length);
    expect(files).toContain('analytics/loading-dark-2560.png');
    expect(files).toContain('analytics/print.pdf');
  });

  it('of one page and width', () => {
    expect(shotsOf(read('--only about --width 390 --state empty')).map(({ file }) => file)).toEqual([
      'about/empty-light-390.png',
      'about/empty-dark-390.png',
    ]);
  });

  it('light and dark are of one visit, a state, a width and paper each of its own', () => {
    const visits = visitsOf(shotsOf(read('--only about --width 390 --width 700 --state full --state empty')));
    expect(visits.map((shots) => shots.map(({ look }) => look?.scheme ?? 'paper'))).toEqual([
      ['light', 'dark'],
      ['light', 'dark'],
      ['paper'],
      ['light', 'dark'],
      ['light', 'dark'],
    ]);
  });

  it('all stand on the sheet', () => {
    const shots = shotsOf(read('--only about not-found'));
    const sheet = contactSheet(shots);
    for (const { file } of shots) expect(sheet).toContain(`href="${file}"`);
    for (const name of ['about', 'not-found']) expect(sheet).toContain(`id="${name}"`);
  });
});
