/** Every number of a metric opens exactly the items behind it. */
import { describe, expect, it } from 'vitest';
import { type Counted, metricLinks } from '../../web/src/lib/metric-links.ts';
import { readNarrowing } from '../../web/src/lib/url-state.ts';
import { key } from './made-metrics.ts';

const PLAIN: Counted = { programme: { value: 'dwc', label: 'DWC' }, otherProgrammes: [], added: [] };
const opened = (href: string) =>
  Object.fromEntries([...new URL(href, 'http://localhost').searchParams].map(([name, value]) => [name, value]));
const linksOf = (address: string, more: Partial<Counted> = {}) =>
  metricLinks({ ...PLAIN, ...more }, readNarrowing(new URLSearchParams(address)));

describe('the items of a group', () => {
  it('without keys are all that were counted', () => {
    expect(linksOf('q=knee&bodyPart=knee')([])).toBe('/?q=knee&bodyPart=knee');
  });

  it('are those with each of its keys, and of the decisions asked for', () => {
    const links = linksOf('q=knee');
    const keys = [key('urGuidelineFamily', 'odg'), key('imrGuidelineFamily', 'not_stated')];
    expect(opened(links(keys))).toEqual({ q: 'knee', urGuidelineFamily: 'odg', imrGuidelineFamily: 'not_stated' });
    expect(new URL(links(keys, ['upheld', 'overturned']), 'http://localhost').searchParams.getAll('decision')).toEqual([
      'upheld',
      'overturned',
    ]);
  });

  it('with two values of one field have both', () => {
    const links = linksOf('');
    expect(opened(links([key('drug', 'norco'), key('drug', 'gabapentin')]))).toEqual({ drug: 'norco', q: 'drug:"gabapentin"' });
  });

  it('are of the one program, where others match too', () => {
    const links = linksOf('', { otherProgrammes: [{ value: 'dmhc', label: 'DMHC', count: 3 }] });
    expect(opened(links([key('category', 'rx')]))).toEqual({ programme: 'dwc', category: 'rx' });
  });

  it('have what the answer added to what was asked', () => {
    const links = linksOf('from=2014-01-01', {
      added: [
        { field: 'retrospective', values: ['no'] },
        { field: 'decidedOn', from: '2013-01-01', to: '2016-12-31' },
      ],
    });
    expect(opened(links([]))).toEqual({ retrospective: 'no', from: '2014-01-01', to: '2016-12-31' });
  });

  it('of a key that is no field hold its words as a phrase, beside the query', () => {
    const phrase = key(null, 'fail conserv', 'failed "conservative" care');
    expect(opened(linksOf('q=knee')([phrase]))).toEqual({ q: 'knee "failed conservative care"' });
    expect(opened(linksOf('q=knee OR hip')([phrase]))).toEqual({ q: '(knee OR hip) "failed conservative care"' });
  });
});
