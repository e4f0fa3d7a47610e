/** Things that letters write in two ways: spinal levels ("L4-5", "L4-L5") and visits by weeks ("2x6", "2 x 6"). */

interface Spelling {
  readonly words: readonly string[];
  readonly shown: string;
}

/** The other ways to write what these folded words say; none for other words. */
export function otherSpellings(words: readonly string[]): Spelling[] {
  const joined = words.join(' ');
  const level = /^([ctl])(\d{1,2}) ([cltsm]?)(\d{1,2})$/.exec(joined);
  if (level !== null) {
    const [, region = '', upper = '', said = '', lower = ''] = level;
    if (said !== '' && said !== region) return [];
    return said === ''
      ? [{ words: [`${region}${upper}`, `${region}${lower}`], shown: `${region}${upper}-${region}${lower}`.toUpperCase() }]
      : [{ words: [`${region}${upper}`, lower], shown: `${region}${upper}-${lower}`.toUpperCase() }];
  }
  const visits = /^(\d{1,2}) ?x ?(\d{1,2})$/.exec(joined);
  if (visits === null) return [];
  const [, times = '', weeks = ''] = visits;
  return words.length === 1
    ? [{ words: [times, 'x', weeks], shown: `${times} x ${weeks}` }]
    : [{ words: [`${times}x${weeks}`], shown: `${times}x${weeks}` }];
}
