import { isFood } from '#catalogue';

/** Kinds of goods that differ in how long they may come back without a defect. */
export const returnsAs = ['goods', 'food', 'made_to_order'] as const;
export type ReturnsAs = (typeof returnsAs)[number];

/** The parameter of each kind: days after delivery. */
export const returnWindows = {
  goods: 'retail.return_window_days',
  food: 'retail.return_window_food_days',
  made_to_order: 'retail.return_window_personalised_days',
} as const;

/** The kind an offer is sold as; what is eaten is food, however it was made. @rule SM-4 */
export const returnsAsOf = (offer: { hsn: string; isMadeToOrder: boolean }): ReturnsAs =>
  isFood(offer.hsn) ? 'food' : offer.isMadeToOrder ? 'made_to_order' : 'goods';
