/** Why pieces of an order are gone. `divided`: they go on in an order of their own. */
export const changeKinds = [
  'not_sold',
  'not_accepted',
  'cancelled',
  'not_delivered',
  'returned',
  'exchanged',
  'divided',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
