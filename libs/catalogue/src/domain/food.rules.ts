import { fail } from './listing.errors.js';
import type { FoodDetails } from './listing-content.js';

/** Chapters of the tariff that are eaten or drunk: animal products, plants, fats, prepared foods, salt. */
const foodChapters = new Set([
  '02',
  '03',
  '04',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
]);

export const isFood = (hsn: string): boolean => foodChapters.has(hsn.slice(0, 2));

/**
 * Food says what it is, and its maker has a food licence that still holds.
 * @param fssai  the maker's valid licence number, or null
 * @throws food_details_missing, fssai_missing (422)
 * @rule
 */
export function assertFoodDeclared(hsn: string, food: FoodDetails | null, fssai: string | null): void {
  if (!isFood(hsn)) return;
  if (food === null) throw fail('food_details_missing');
  if (fssai === null) throw fail('fssai_missing');
}
