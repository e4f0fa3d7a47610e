/**
 * Categories of diagnoses. Read from DMHC's file of 2001 to 2016 (long names), from what others who count the files since print of them (short
 * names, and the names of 2026, which are chapters of ICD-10), and from New York's cases. A chapter that is no rename of one older category
 * is a category of its own.
 */
import type { CategoryRow } from './category-row.ts';

export const DIAGNOSIS_CATEGORIES: readonly CategoryRow[] = [
  {
    id: 'musculoskeletal',
    label: 'Musculoskeletal',
    dmhc: ['Orthopedic/ Musculoskeletal', 'Orth/Musculoskeletal', 'Musculoskeletal'],
    nyDfs: ['Orthopedic/ Musculoskeletal'],
  },
  {
    id: 'mental_health',
    label: 'Mental health',
    dmhc: ['Mental', 'Mental Disorder', 'Mental Behav Neur'],
    nyDfs: ['Mental Health'],
    maybe: ['Mental Disorders'],
  },
  { id: 'cancer', label: 'Cancer', dmhc: ['Cancer', 'Neoplasms (Tumor)'], nyDfs: ['Cancer'] },
  {
    id: 'nervous_system',
    label: 'Nervous system',
    dmhc: ['Central Nervous System/ Neuromuscular', 'CNS/ Neuromusc Dis', 'Nervous System'],
    nyDfs: ['Central Nervous System/ Neuromuscular Disorder'],
    maybe: ['Central Nervous System/ Neuromuscular Dis'],
  },
  {
    id: 'infectious_disease',
    label: 'Infectious disease',
    dmhc: ['Infectious', 'Infectious Disease', 'Infect/Parasit Dx'],
    nyDfs: ['Infectious Disease'],
  },
  {
    id: 'cardiac_circulatory',
    label: 'Heart and circulation',
    dmhc: ['Cardiac/Circulatory', 'Cardiac/Circ Problem', 'Circulatory System'],
    nyDfs: ['Cardiac/ Circulatory Problems'],
    maybe: ['Cardiac/ Circulatory Problem'],
  },
  { id: 'morbid_obesity', label: 'Morbid obesity', dmhc: ['Morbid Obesity'] },
  { id: 'gynecology_pregnancy', label: 'Gynecology and pregnancy', dmhc: ['OB-Gyn/ Pregnancy'] },
  { id: 'pregnancy', label: 'Pregnancy and childbirth', dmhc: ['Pregnancy/Childbirth'], nyDfs: ['Pregnancy/ Childbirth'] },
  { id: 'gynecology', label: 'Gynecology', nyDfs: ['Gynecological'] },
  {
    id: 'endocrine_metabolic',
    label: 'Endocrine and metabolic',
    dmhc: ['Endocrine/ Metabolic', 'Endo/Metabolic'],
    nyDfs: ['Endocrine/ Metabolic/ Nutritional'],
  },
  {
    id: 'digestive_system',
    label: 'Digestive system',
    dmhc: ['Digestive System/ Gastrointestinal', 'Digestive System/ GI', 'Digest System'],
    nyDfs: ['Digestive System/ Gastrointestinal'],
  },
  { id: 'pediatrics', label: 'Pediatrics', dmhc: ['Pediatrics'] },
  { id: 'autism', label: 'Autism spectrum', dmhc: ['Autism Spectrum'], nyDfs: ['Autism Spectrum Disorder'] },
  {
    id: 'respiratory_system',
    label: 'Respiratory system',
    dmhc: ['Respiratory System', 'Resp System'],
    nyDfs: ['Respiratory System'],
  },
  { id: 'skin', label: 'Skin', dmhc: ['Skin', 'Skin Disorders', 'Skin Subcutaneous'], nyDfs: ['Skin Disorders'] },
  {
    id: 'ear_nose_throat',
    label: 'Ears, nose, throat',
    dmhc: ['Ears, Nose, Throat', 'Ears/Nose/Throat'],
    nyDfs: ['Ears/ Nose/ Throat'],
  },
  { id: 'ear_mastoid', label: 'Ear and mastoid', dmhc: ['Ear and Mastoid'] },
  {
    id: 'genitourinary_kidney',
    label: 'Genitourinary and kidney',
    dmhc: ['Genitourinary/ Kidney', 'GU/ Kidney Disorder', 'Genitourinary Sys'],
    nyDfs: ['Genitourinary/ Kidney Disorder'],
    maybe: ['Genitourinary System/ Kidney'],
  },
  {
    id: 'immunologic',
    label: 'Immunologic',
    dmhc: ['Immunologic', 'Immuno Disorders'],
    nyDfs: ['Immunologic Disorders'],
  },
  {
    id: 'prevention',
    label: 'Prevention and good health',
    dmhc: ['Prevention/Good Health', 'Prevention/Good Hlth'],
  },
  { id: 'health_factors', label: 'Health factors and contacts with health services', dmhc: ['Hlth Factor/Contact'] },
  { id: 'vision', label: 'Vision', dmhc: ['Vision', 'Disease Eye Adnexa'], nyDfs: ['Vision'] },
  { id: 'foot', label: 'Foot', dmhc: ['Foot', 'Foot Disorder'] },
  { id: 'trauma', label: 'Trauma and injuries', dmhc: ['Trauma/Injuries', 'Injury Poison Oth'], nyDfs: ['Trauma/ Injuries'] },
  {
    id: 'chronic_pain',
    label: 'Chronic pain',
    dmhc: ['Chronic Pain', 'Chron Pain Synd'],
    nyDfs: ['Chronic Pain Syndrome'],
  },
  {
    id: 'blood',
    label: 'Blood',
    dmhc: ['Blood Related', 'Blood Related Disord', 'Diseases of Blood'],
    nyDfs: ['Blood Disorder'],
  },
  { id: 'genetic', label: 'Genetic', dmhc: ['Genetic', 'Genetic Diseases'], nyDfs: ['Genetic Diseases'] },
  { id: 'malformations', label: 'Malformations and deformities', dmhc: ['Malfor/Deform/Abnor'] },
  { id: 'symptoms', label: 'Symptoms, signs and abnormal findings', dmhc: ['Sym/Sign Ab Find'] },
  {
    id: 'post_surgical_complication',
    label: 'Complication after surgery',
    dmhc: ['Post Surgical Complication', 'Post Surgical Comp'],
  },
  { id: 'dental', label: 'Dental', dmhc: ['Dental', 'Dental Problems'], nyDfs: ['Dental Problems'] },
  { id: 'organ_failure', label: 'Organ failure', dmhc: ['Organ Failure'] },
  {
    id: 'substance_use',
    label: 'Alcohol and drug addiction',
    dmhc: ['Alcohol and Drug Addiction'],
    maybe: ['Substance Abuse/ Addiction', 'Substance Use Disorder'],
  },
  { id: 'not_applicable', label: 'Not applicable', dmhc: ['Not Applicable'] },
  { id: 'other', label: 'Other', dmhc: ['Other'], nyDfs: ['Other'] },
];
