/**
 * The forms and doses of drugs: by them a request for a drug is told from one that only names it, and a mixture from its ingredients.
 */
import type { DrugFormRow, OverDrugRow, RequestRow } from './request-row.ts';
import { PROCEDURES_END, THERAPY_ENDS, WEAK } from './service-rows.ts';

export const DRUG_FORM_WORDS = [
  {
    kind: 'cream',
    id: 'cream.cream',
    what: 'Is put on the skin; a patch or a system is made so',
    pattern:
      /\b(?:creams?|gels?|ointments?|lotions?|powders?|(?<!soma |orphenadrine )compound\w{0,4}|transdermal(?!\s{1,2}(?:patch|system|film))|topicals?|topically)\b/,
    examples: [
      ['Tramadol gel', 'pharm.compound'],
      ['Fentanyl transdermal 10 mg #30', 'pharm.compound'],
    ],
    counterexamples: [
      ['Fentanyl transdermal patch', 'pharm.opioid'],
      ['Soma compound', 'pharm.muscle_relaxant'],
    ],
  },
  {
    kind: 'percent',
    id: 'percent.percent',
    what: 'The share of an ingredient',
    pattern: /\d(?:\s?%| percent)/,
    examples: [
      ['Diclofenac 1%', 'pharm.topical'],
      ['Diclofenac 1 percent', 'pharm.topical'],
    ],
    counterexamples: [['Diclofenac 1', 'pharm.nsaid']],
  },
  {
    kind: 'grams',
    id: 'grams.grams',
    what: 'The weight of a mixture',
    pattern: /\d\s?(?:gm|gms|grams?|g)\b/,
    examples: [
      ['Cooleeze 120 grams', 'pharm.compound'],
      ['Gabapentin, menthol 30 grams', 'pharm.compound'],
    ],
    counterexamples: [['Cooleeze 120', 'pharm.topical']],
  },
  {
    kind: 'dosed',
    id: 'dosed.mg',
    what: 'A dose or a count that drugs are prescribed in',
    pattern: /\d\s*(?:mg|mcg)\b|#\s?\d/,
    examples: [
      ['TENS unit and Norco 10 mg', 'pharm.opioid'],
      ['MRI Norco 10 mg #60', 'pharm.opioid'],
    ],
    counterexamples: [['TENS unit and Norco', 'dme.tens']],
  },
  {
    kind: 'injected',
    id: 'injected.inject',
    what: 'Is put under the skin',
    pattern: /\binject|\bIM\b|intramuscular|infusion|intrathecal|\bpump\b|intra-?articular|\bblocks?\b/,
    examples: [
      ['Lidocaine block', 'inj.other'],
      ['Tramadol injection', 'inj.other'],
    ],
    counterexamples: [['Lidocaine patch', 'pharm.topical']],
  },
  {
    kind: 'level',
    id: 'level.level',
    what: 'What is asked for is how much of a drug there is in the blood',
    pattern: /\blevels?\b/,
    examples: [['Gabapentin, check of its level', null]],
    counterexamples: [
      ['Gabapentin 300 mg at all levels', 'pharm.anticonvulsant'],
      ['Gabapentin', 'pharm.anticonvulsant'],
    ],
  },
] as const satisfies readonly RequestRow[];

/** A service that is named beside a drug, in this order; where no row speaks of it, the drug is what is asked for. */
export const OVER_DRUG_ROWS = [
  {
    id: 'over-drug.self-injected',
    what: 'An injection by its manner alone, of a drug that patients inject at home, is the drug',
    of: ['inj'],
    from: WEAK,
    all: ['self-injected'],
    stands: false,
    examples: [
      ['Sumatriptan injection', 'pharm.migraine'],
      ['Enoxaparin injection', 'pharm.anticoagulant'],
    ],
    counterexamples: [
      ['Norco injection', 'inj.other'],
      ['Sumatriptan trigger point injection', 'inj.trigger'],
    ],
  },
  {
    id: 'over-drug.injected',
    what: 'An injection that says so is the injection, whatever is injected',
    of: ['inj'],
    all: ['injected'],
    stands: true,
    examples: [
      ['Lidocaine injection', 'inj.other'],
      ['Norco injection', 'inj.other'],
    ],
    counterexamples: [['Lidocaine patch', 'pharm.topical']],
  },
  {
    id: 'over-drug.injection',
    what: 'An injection by its own name',
    of: ['inj'],
    below: PROCEDURES_END,
    stands: true,
    examples: [
      ['Depo-Medrol', 'inj.joint_steroid'],
      ['IV ketamine', 'inj.ketamine'],
    ],
    counterexamples: [['Ketamine cream', 'pharm.compound']],
  },
  {
    id: 'over-drug.operation',
    what: 'An operation, a programme or a test of drugs names drugs that are not asked for',
    of: ['surg', 'prog', 'diag.udt', 'diag.genetic'],
    below: PROCEDURES_END,
    none: ['around operation'],
    stands: true,
    examples: [
      ['Knee arthroscopy, Norco 10 mg', 'surg.knee'],
      ['Suboxone detox', 'prog.detox'],
      ['Urine drug screen, Norco 10 mg', 'diag.udt'],
    ],
    counterexamples: [['Assistant surgeon, Norco', 'pharm.opioid']],
  },
  {
    id: 'over-drug.therapy',
    what: 'A therapy, a thing or a visit, where the drug has no dose and is no cream',
    of: ['rehab', 'dme', 'diag', 'psych', 'home', 'transport', 'dental', 'em'],
    below: THERAPY_ENDS,
    none: ['dosed', 'topical'],
    stands: true,
    examples: [
      ['TENS unit and Norco', 'dme.tens'],
      ['Acupuncture, Norco', 'rehab.acupuncture'],
    ],
    counterexamples: [
      ['TENS unit and Norco 10 mg', 'pharm.opioid'],
      ['Massage and Terocin', 'pharm.topical'],
    ],
  },
  {
    id: 'over-drug.test',
    what: 'A test, the same',
    of: ['diag'],
    below: WEAK,
    none: ['dosed', 'topical'],
    stands: true,
    examples: [
      ['EKG and Norco', 'diag.cardio_pulm'],
      ['Blood test, Norco', 'diag.lab'],
    ],
    counterexamples: [['EKG and Norco 10 mg', 'pharm.opioid']],
  },
] as const satisfies readonly OverDrugRow[];

/** The service by the form of the drugs, in this order; where no row holds, that of the first drug's class. */
export const DRUG_FORM_ROWS = [
  {
    id: 'drug-form.unnamed-mixture',
    what: 'Ingredients under a pharmacy’s own short names: the percentages tell a mixture',
    all: ['cream', 'percentages'],
    none: ['drug', 'named otherwise'],
    service: 'pharm.compound',
    examples: [['KGL cream 10%/2%', 'pharm.compound']],
    counterexamples: [
      ['KGL cream 10%', 'pharm.unspecified'],
      ['Knee brace, gel 10%/2%', 'dme.brace_limb'],
    ],
  },
  {
    id: 'drug-form.kit',
    what: 'A kit that a suspension is made of',
    all: ['kit'],
    service: 'pharm.compound_oral',
    examples: [['Gabapentin oral suspension kit', 'pharm.compound_oral']],
    counterexamples: [['Gabapentin oral suspension', 'pharm.anticonvulsant']],
  },
  {
    id: 'drug-form.percentages',
    what: 'Several drugs, each with its share',
    all: ['several', 'percentages'],
    service: 'pharm.compound',
    examples: [['Ketoprofen 20% tramadol 5%', 'pharm.compound']],
    counterexamples: [['Menthol 5%', 'pharm.topical']],
  },
  {
    id: 'drug-form.grams',
    what: 'Several drugs by weight, one of which is put on the skin',
    all: ['several', 'grams', 'topical beside'],
    service: 'pharm.compound',
    examples: [
      ['Gabapentin, menthol 30 grams', 'pharm.compound'],
      ['Flurbiprofen/lidocaine 30 gm', 'pharm.compound'],
    ],
    counterexamples: [['Norco 30 grams', 'pharm.opioid']],
  },
  {
    id: 'drug-form.cream-of-several',
    what: 'Several drugs in a cream',
    all: ['several', 'cream'],
    service: 'pharm.compound',
    examples: [
      ['Menthol and gabapentin gel', 'pharm.compound'],
      ['Testosterone and gabapentin cream', 'pharm.compound'],
    ],
    counterexamples: [['Tramadol and gabapentin', 'pharm.opioid']],
  },
  {
    id: 'drug-form.made-cream',
    what: 'A cream of a drug that is held as none',
    all: ['drug', 'cream'],
    none: ['topical', 'made as cream'],
    service: 'pharm.compound',
    examples: [
      ['Gabapentin gel', 'pharm.compound'],
      ['Ketamine ointment', 'pharm.compound'],
    ],
    counterexamples: [
      ['Testosterone gel', 'pharm.hormone'],
      ['Lidocaine cream', 'pharm.topical'],
    ],
  },
  {
    id: 'drug-form.topical',
    what: 'A drug that is put on the skin',
    all: ['topical'],
    service: 'pharm.topical',
    examples: [['Diclofenac 1%', 'pharm.topical']],
    counterexamples: [['Diclofenac 50 mg', 'pharm.nsaid']],
  },
] as const satisfies readonly DrugFormRow[];
