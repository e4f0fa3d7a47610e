/** Metrics on the embedded engine. */
import { openEmbeddedIndex } from '../relevance/open-embedded-index.ts';
import { describeProperties } from './properties.ts';
import { describeEveryMetric, describeMetrics } from './suite.ts';

describeEveryMetric();
describeMetrics('the embedded engine', openEmbeddedIndex);
describeProperties('the embedded engine', openEmbeddedIndex, { letters: 250, requests: 40, opened: 12 });
