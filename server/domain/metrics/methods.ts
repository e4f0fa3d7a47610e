/** How numbers are computed, each with its published source, in the words that the Method page prints. */
import type { MetricInWords } from '#contract/metrics.ts';

type Method = MetricInWords['method'][number];

export const METHODS = {
  interval: {
    words:
      '95% interval by Wilson’s score method, of the effective number of items: items / (1 + (m − 1) r), where m is how many decided items the letters of these items have on average, and r how alike the outcomes within a letter are.',
    source:
      'Wilson EB (1927), J Am Stat Assoc 22:209–212; Public Health England, Technical Guide: Confidence Intervals (2018); design effect: Kish L, Survey Sampling (1965).',
  },
  correlation: {
    words:
      'r is the analysis-of-variance estimator of the correlation of outcomes within letters, over all letters of the program that are loaded; never below 0, and 0 where no letter has two decided items.',
    source: 'Donner A, Koval JJ (1980), Biometrics 36:19–25; Ridout MS, Demétrio CGB, Firth D (1999), Biometrics 55:137–148.',
  },
  funnel: {
    words:
      'Limits of chance at 95% and 99.8% around the rate of all that is counted, by the exact binomial distribution of the rounded effective number, interpolated between whole counts.',
    source: 'Spiegelhalter DJ (2005), Stat Med 24:1185–1202.',
  },
  difference: {
    words:
      'Difference of two rates with Newcombe’s hybrid score interval from both Wilson intervals. Only where the two share no letter; otherwise the difference stands without an interval.',
    source: 'Newcombe RG (1998), Stat Med 17:873–890, method 10.',
  },
  standardised: {
    words:
      'Directly standardized: each cohort’s rates by group, weighted by the mix of both together. Groups that one cohort lacks are left out, and their share is told.',
    source:
      'Fleiss JL, Levin B, Paik MC (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 19; interval: Zou GY, Huang W, Zhang X (2009), Comput Stat Data Anal 53:1080–1085.',
  },
  quantiles: {
    words: 'Median and quartiles of whole days, exact, from the counts of every day (definition 7, that of R, pandas and Excel).',
    source: 'Hyndman RJ, Fan Y (1996), Am Stat 50:361–365.',
  },
  phrases: {
    words:
      'Phrases of one to four words that stand in many sentences of one outcome and in few of the other, by a TF-IDF weight over both; near copies of a sentence count once.',
    source: 'Martineau J, Finin T (2009), Delta TFIDF, ICWSM; Frantzi K, Ananiadou S, Mima H (2000), Int J Digit Libr 3:115–130.',
  },
  counts: { words: 'Counts of items and of letters; nothing is estimated.', source: null },
} as const satisfies Readonly<Record<string, Method>>;
