/** How much is requested. Every heading here is invented. */
import { describe, expect, it } from 'vitest';
import { extractQuantity } from '#mappings/recognise/quantities/quantity.ts';
import { scanSpan } from '#mappings/text/scan.ts';
import { wordsOf } from './read-line.ts';

const read = (text: string, category: string | null) => extractQuantity(text, scanSpan(0, text.length), category, 'test');

describe('quantities', () => {
  it.each([
    ['Twelve (12) physical therapy sessions', 'rehab', { sessions: 12 }],
    ['Acupuncture 2 times a week for 6 weeks', 'rehab', { sessions: 12, perWeek: 2, weeks: 6 }],
    ['Acupuncture twice\nweekly for six weeks', 'rehab', { sessions: 12, perWeek: 2, weeks: 6 }],
    ['Aquatic therapy 2-3 x/week x 4-6 weeks', 'rehab', { sessions: 18, perWeek: 3, weeks: 6 }],
    ['Chiropractic care 3 visits per week over 2 weeks', 'rehab', { sessions: 6, perWeek: 3, weeks: 2 }],
    ['Physical therapy 2x6', 'rehab', { sessions: 12, perWeek: 2, weeks: 6 }],
    ['Massage 1 times 8', 'rehab', { sessions: 8, perWeek: 1, weeks: 8 }],
    ['Hand therapy 2 x week x 4', 'rehab', { sessions: 8, perWeek: 2, weeks: 4 }],
    ['Physical therapy x 12', 'rehab', { sessions: 12 }],
    ['Chiropractic sessions, #8', 'rehab', { sessions: 8 }],
    ['Acupuncture, 6 to 8 visits', 'rehab', { sessions: 8 }],
    ['Ten additional pool therapy visits for the low back', 'rehab', { sessions: 10 }],
    ['Twenty-four sessions of therapy', 'rehab', { sessions: 24 }],
    ['12 sessions of therapy, 3 times weekly', 'rehab', { sessions: 12, perWeek: 3 }],
    ['4 sessions for the neck and 6 sessions for the left knee', 'rehab', { sessions: 10 }],
    ['Work hardening, 160 hours', 'prog', { hours: 160 }],
    ['Home aide 4 hours a day, 5 days a week for 2 weeks', 'home', { sessions: 10, perWeek: 5, weeks: 2, hours: 4 }],
    ['Follow up visit in 6 weeks', 'em', {}],
    ['Gym membership for 6 months', 'prog', {}],
    ['Physical therapy, requested on 3/12/2015', 'rehab', {}],
    ['Physical therapy at L4-5', 'rehab', {}],
    ['Physical therapy (CPT 97110)', 'rehab', {}],
    ['Norco 10/325mg #60', 'pharm', { units: 60 }],
    ['Norco 10/325 mg, quantity 90 with 2 refills', 'pharm', { units: 90, refills: 2 }],
    ['Naproxen 550 mg QTY: 60.00', 'pharm', { units: 60 }],
    ['Naproxen 550 mg 60 tablets, no refills', 'pharm', { units: 60, refills: 0 }],
    ['Two refills of Naproxen 550mg #60', 'pharm', { units: 60, refills: 2 }],
    ['Take 1 tablet by mouth every 6 hours', 'pharm', {}],
    ['Lidocaine patches 5%, 12 hours on, 12 hours off', 'pharm', {}],
    ['Tylenol #3', 'pharm', {}],
    ['Tylenol with codeine #3, #40', 'pharm', { units: 40 }],
    ['2) Naproxen 550 mg', 'pharm', {}],
    ['1 knee brace', 'dme', { units: 1 }],
    ['Retrospective request for 2 wrist braces', 'dme', { units: 2 }],
    ['TENS unit, 30 day trial', 'dme', {}],
    ['4-lead stimulator', 'dme', {}],
    ['Three Synvisc injections to the right knee', 'inj', { units: 3 }],
    ['Synvisc-One injection', 'inj', {}],
    ['Home oxygen, 5 days a week for 2 weeks', 'dme', { perWeek: 5, weeks: 2 }],
    ['Injection at L4-L5', 'inj', {}],
    ['X-ray of the wrist, 2', 'diag', { units: 2 }],
    ['Electrocardiogram times 3', 'diag', { units: 3 }],
    ['3 view x-ray', 'diag', {}],
    ['Six sessions', null, { sessions: 6 }],
    ['Gabapentin 300 mg 1 tab q 6 hours, 120 tablets', 'pharm', { units: 120 }],
    ['Naproxen 500 mg 1 tablet with food, 60 tablets', 'pharm', { units: 60 }],
    ['Naproxen 500 mg 1 tablet, 60 tablets', 'pharm', { units: 60 }],
    ['Naproxen 500 mg 60 tablets, 1 tablet with food', 'pharm', { units: 60 }],
    ['One tablet daily of Naproxen 500 mg', 'pharm', {}],
    ['Naproxen 500 mg 20 tablets, lidocaine 5 patches', 'pharm', {}],
    ['Norco #30 refills times three', 'pharm', { units: 30, refills: 3 }],
    ['Norflex 100 mg; 60; no refill', 'pharm', { units: 60, refills: 0 }],
    ['Vitamin D 50,000 units weekly, 8 capsules', 'pharm', { units: 8 }],
    ['Flurbiprofen 20% cream, 180 gm', 'pharm', {}],
    ['Flurbiprofen 20% cream, qty 180 gm', 'pharm', { units: 180 }],
    ['12 PT sessions and 6 chiropractic sessions', 'rehab', { sessions: 12 }],
    ['PT 12 sessions and chiropractic 6 sessions', 'rehab', { sessions: 12 }],
    ['Massage once every 2 weeks for 12 weeks', 'rehab', { weeks: 12 }],
    // A count of visits that is said for a week, a day or a month is none of all visits.
    ['2 physical therapy visits per week', 'rehab', { perWeek: 2 }],
    ['Two (2) physical therapy visits a week', 'rehab', { perWeek: 2 }],
    ['2-3 acupuncture sessions each week', 'rehab', { perWeek: 3 }],
    ['3 chiropractic treatments every week', 'rehab', { perWeek: 3 }],
    ['2 physical therapy sessions weekly', 'rehab', { perWeek: 2 }],
    ['2 visits of physical therapy per week', 'rehab', { perWeek: 2 }],
    ['2 sessions of aquatic therapy for the low back weekly', 'rehab', { perWeek: 2 }],
    ['Physical therapy, 2 visits/week', 'rehab', { perWeek: 2 }],
    ['Physical therapy x2 visits per week', 'rehab', { perWeek: 2 }],
    ['Physical therapy x 2 per week', 'rehab', { perWeek: 2 }],
    ['Physical therapy, 2 a week', 'rehab', { perWeek: 2 }],
    ['2 physical therapy visits per week for 6 weeks', 'rehab', { sessions: 12, perWeek: 2, weeks: 6 }],
    ['2 visits of physical therapy per week for 6 weeks', 'rehab', { sessions: 12, perWeek: 2, weeks: 6 }],
    ['12 physical therapy visits, 2 visits per week', 'rehab', { sessions: 12, perWeek: 2 }],
    ['2 physical therapy visits per day', 'rehab', {}],
    ['2 physical therapy visits daily', 'rehab', {}],
    ['1 acupuncture session a month', 'rehab', {}],
    ['2 psychotherapy sessions monthly', 'psych', {}],
    ['2 psychotherapy sessions per month for 3 months', 'psych', { sessions: 6 }],
    ['6 physical therapy visits', 'rehab', { sessions: 6 }],
    ['6 PT for the knee', 'rehab', { sessions: 6 }],
    ['6 PT for the knee, weekly', 'rehab', { sessions: 6 }],
    ['Hydrotherapy 3 times weekly x 4', 'rehab', { sessions: 12, perWeek: 3, weeks: 4 }],
  ])('%s', (text, category, expected) => {
    const stated = Object.entries(read(text, category).counts).flatMap(([name, found]) => (found === null ? [] : [[name, found.value]]));
    expect(Object.fromEntries(stated)).toEqual(expected);
  });

  it('point to the very words, also where a number is said twice', () => {
    const text = 'Request for twelve (12)\nvisits of therapy';
    expect(wordsOf(text, read(text, 'rehab').counts.sessions)).toEqual(['twelve (12)\nvisits']);
  });

  it('are inferred where they are multiplied or added', () => {
    expect(read('Therapy 2 times a week for 6 weeks', 'rehab').counts.sessions?.grade).toBe('inferred');
    expect(read('4 sessions for the neck and 6 sessions for the knee', 'rehab').counts.sessions?.grade).toBe('inferred');
    expect(read('Therapy, 6 sessions', 'rehab').counts.sessions?.grade).toBe('stated');
  });
});

describe('counts by body part', () => {
  it.each([
    ['4 sessions for the neck and 6 sessions for the left knee', ['neck 4', 'knee 6']],
    ['Neck, 4 sessions, and left knee, 6 sessions', ['neck 4', 'knee 6']],
    ['Two visits for the hip and ankle and eight visits for the wrist', ['hip_pelvis 2', 'ankle 2', 'forearm_wrist 8']],
    ['12 sessions for the neck and left knee', []],
  ])('%s', (text, expected) => {
    expect(read(text, 'rehab').byBodyPart.map(({ value }) => `${value.bodyPart} ${value.sessions}`)).toEqual(expected);
  });
});
