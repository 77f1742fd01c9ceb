import type { DomainError } from '#platform/kernel';
import { missingAnswers, type CategoryFacts } from './category.rules.js';
import { isToyProved, missingDeclarations, type Certification, type Declarations } from './declarations.js';
import { isFood } from './food.rules.js';
import { fail } from './listing.errors.js';
import type { ParameterValue } from './category.js';
import type { FoodDetails } from './listing-content.js';

/** What decides whether goods may go before the officer. */
export interface SubmissionFacts {
  images: number;
  images_min: number;
  category: CategoryFacts | null;
  parameters: Readonly<Record<string, ParameterValue>>;
  country_of_origin: string;
  declarations: Declarations;
  certifications: readonly Certification[];
  hsn: string;
  food: FoodDetails | null;
  /** The maker's licence that holds now. */
  fssai: string | null;
  handmade: string;
  sellerClass: string;
  isGi: boolean;
  today: string;
}

export const checklistKeys = [
  'pictures',
  'category',
  'answers',
  'declarations',
  'food',
  'food_licence',
  'toy',
] as const;
export interface ChecklistItem {
  key: (typeof checklistKeys)[number];
  says: string;
  isDone: boolean;
  /** What is missing, in plain words. */
  missing: string[];
}

interface Check {
  key: ChecklistItem['key'];
  says: string;
  missing: (facts: SubmissionFacts) => string[];
  refusal: (missing: string[], facts: SubmissionFacts) => DomainError;
}

/** Goods are food by their shelf or by their tariff code. @rule */
export const isFoodOf = (facts: Pick<SubmissionFacts, 'hsn' | 'category'>): boolean =>
  isFood(facts.hsn) || facts.category?.is_food === true;

/** In the order in which they are told. */
const checks: readonly Check[] = [
  {
    key: 'pictures',
    says: 'Show the goods from several sides.',
    missing: ({ images, images_min }) => (images < images_min ? [`${images_min - images} more pictures`] : []),
    refusal: (_, { images, images_min }) => fail('images_missing', { found: images, needed: images_min }),
  },
  {
    key: 'category',
    says: 'Choose the category the goods belong to.',
    missing: ({ category }) => (category === null ? ['the category'] : []),
    refusal: () => fail('category_missing'),
  },
  {
    key: 'answers',
    says: 'Answer what the category asks, so that buyers can compare.',
    missing: ({ category, parameters }) => missingAnswers(category?.parameters ?? [], parameters),
    refusal: (missing) => fail('parameters_missing', { missing }),
  },
  {
    key: 'declarations',
    says: 'Say what the law asks on every pack.',
    missing: missingDeclarations,
    refusal: (missing) => fail('declarations_missing', { missing }),
  },
  {
    key: 'food',
    says: 'Food says what is in it and how long it keeps.',
    missing: (facts) =>
      isFoodOf(facts) && facts.food === null ? ['the mark, ingredients, allergens and best-before days'] : [],
    refusal: () => fail('food_details_missing'),
  },
  {
    key: 'food_licence',
    says: 'Food needs the licence of its maker.',
    missing: (facts) => (isFoodOf(facts) && facts.fssai === null ? ['a valid FSSAI number among your papers'] : []),
    refusal: () => fail('fssai_missing'),
  },
  {
    key: 'toy',
    says: 'Toys are safe: by their licence, by the hand of a registered artisan, or by their GI.',
    missing: (facts) =>
      facts.category?.is_toy === true && !isToyProved(facts) ? ['the number of the BIS licence'] : [],
    refusal: () => fail('toy_unproved'),
  },
];

/** What is there and what is missing before goods may be submitted. @rule    */
export const checklistOf = (facts: SubmissionFacts): ChecklistItem[] =>
  checks.map(({ key, says, missing }) => {
    const lacks = missing(facts);
    return { key, says, isDone: lacks.length === 0, missing: lacks };
  });

/**
 * @throws images_missing, category_missing, parameters_missing, declarations_missing, food_details_missing, fssai_missing,
 *   toy_unproved (422): the first of the checklist that is not done
 * @rule   
 */
export function assertComplete(facts: SubmissionFacts): void {
  for (const { missing, refusal } of checks) {
    const lacks = missing(facts);
    if (lacks.length > 0) throw refusal(lacks, facts);
  }
}
