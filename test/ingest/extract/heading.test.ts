import { describe, expect, it } from 'vitest';
import { scanSpan } from '#mappings/text/scan.ts';
import { extractHeading } from '../../../ingest/extract/heading.ts';

function read(text: string, tellsAuthorizedPart = true) {
  const heading = extractHeading(text, scanSpan(0, text.length), 'test', tellsAuthorizedPart);
  return {
    decision: heading.decision?.value ?? null,
    request: heading.originalRequest?.value ?? null,
    authorized: heading.authorizedAtUr?.value ?? null,
    dispute: heading.inDispute?.value ?? null,
    ur: heading.urAction?.value ?? null,
    codes: heading.notes.map((note) => note.code),
  };
}

describe('the heading of a disputed item', () => {
  it.each([
    ['Zumba classes, 6 sessions: Upheld', 'upheld', 'Zumba classes, 6 sessions'],
    ['Zumba classes, 6 sessions: Overturned', 'overturned', 'Zumba classes, 6 sessions'],
    ['Associated surgical service: Ice machine: 7 day rental: Upheld', 'upheld', 'Associated surgical service: Ice machine: 7 day rental'],
    ['Zumba classes,\n6 sessions:\nUpheld', 'upheld', 'Zumba classes, 6 sessions'],
    ['Zumba classes\n\nUpheld', 'upheld', 'Zumba classes'],
    ['Zumba classes:  Upheld.', 'upheld', 'Zumba classes'],
    ['Zumba classes: Up held', 'upheld', 'Zumba classes'],
    ['Zumba classes: UPHOLD', 'upheld', 'Zumba classes'],
    ['Zumba classes: over turned', 'overturned', 'Zumba classes'],
    ['Zumba classes: Partially Overturned', 'overturned_in_part', 'Zumba classes'],
    ['Zumba classes: Overturned in part', 'overturned_in_part', 'Zumba classes'],
    ['Zumba classes: Modified', 'overturned_in_part', 'Zumba classes'],
    ['Zumba classes: Overturned, in part', 'overturned_in_part', 'Zumba classes'],
    ['Zumba classes: Partially Upheld', 'overturned_in_part', 'Zumba classes'],
    ['Zumba classes - Upheld', 'upheld', 'Zumba classes'],
    ['Zumba classes is Upheld', 'upheld', 'Zumba classes'],
    ['Zumba classes Overturned', 'overturned', 'Zumba classes'],
  ])('%j is %s', (text, decision, request) => {
    expect(read(text)).toEqual({ decision, request, authorized: null, dispute: request, ur: 'denied', codes: [] });
  });

  it.each([
    'Zumba classes',
    'Zumba classes: Uph',
    'Zumba classes: pending',
    'A review of what was upheld',
    'Zumba classes: Not Upheld',
    'Zumba classes: Upheld/Overturned',
    'Zumba classes were not Upheld',
    'Modified duty chair',
  ])('%j tells no decision, and none is invented', (text) => {
    const { decision, codes } = read(text);
    expect(decision).toBeNull();
    expect(codes).toContain('item.decision_missing');
  });

  it('tells apart what was asked, authorized and left in dispute', () => {
    expect(
      read(
        'Yoga 9 visits was the original request. Yoga 3 visits was authorized by the Claims Administrator. The\nremaining IMR eligible portion of the original request, Yoga 6 visits is: Upheld',
      ),
    ).toEqual({
      decision: 'upheld',
      request: 'Yoga 9 visits',
      authorized: 'Yoga 3 visits',
      dispute: 'Yoga 6 visits',
      ur: 'modified',
      codes: [],
    });
  });

  it('bears the missing "is" of the remaining portion', () => {
    expect(
      read(
        'Yoga 9 visits was the original request. Yoga 3 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Yoga 6 visits: Upheld',
      ),
    ).toMatchObject({ dispute: 'Yoga 6 visits', ur: 'modified' });
  });

  it.each(['of Yoga 6 visits', 'for Yoga 6 visits'])('leaves the preposition of "%s" out of what is in dispute', (printed) => {
    expect(
      read(
        `Yoga 9 visits was the original request. Yoga 3 visits was authorized by the Claims Administrator. The remaining portion of the original request ${printed} is: Upheld`,
      ),
    ).toMatchObject({ dispute: 'Yoga 6 visits', ur: 'modified' });
  });

  it('knows the form that leaves the whole request eligible', () => {
    expect(
      read(
        'A stay at the sea was the original request. The Claims Administrator authorized a day at the sea, leaving the original request IMR eligible. The original request, A stay at the sea is: Overturned',
      ),
    ).toEqual({
      decision: 'overturned',
      request: 'A stay at the sea',
      authorized: 'a day at the sea',
      dispute: 'A stay at the sea',
      ur: 'modified',
      codes: [],
    });
  });

  it('says so where a part was authorized in words it does not know', () => {
    expect(read('Yoga was the original request, of which some was granted: Upheld')).toMatchObject({
      authorized: null,
      ur: 'unknown',
      codes: ['item.heading_form'],
    });
  });

  it.each(['Yoga 9 (modified by UR to 3): Upheld', 'Yoga 9, certified 3 by the Claims Administrator: Upheld'])(
    'does not call %j denied',
    (text) => {
      expect(read(text)).toMatchObject({ ur: 'unknown', codes: ['item.heading_form'] });
    },
  );

  it('does not conclude a denial where the layout would not tell of a part', () => {
    expect(read('Yoga: Upheld', false)).toMatchObject({ ur: 'unknown' });
  });
});

describe('a piece of a word in a heading', () => {
  it('leaves the decision open: words are lost before it', () => {
    expect(read('Physical therapy, neck and upper tion study: neck: Upheld').decision).toBe('undetermined');
  });

  it('is only a lost blank where the letter knows the whole word', () => {
    const text = 'The injection was asked for.\n';
    const heading = 'Steroid injec tion: Upheld';
    const at = scanSpan(text.length, text.length + heading.length);
    expect(extractHeading(text + heading, at, 'test', true).decision?.value).toBe('upheld');
  });
});
