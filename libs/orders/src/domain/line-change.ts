/** Why pieces of an order are gone. */
export const changeKinds = ['not_sold', 'not_accepted', 'cancelled', 'not_delivered', 'returned', 'exchanged'] as const;
export type ChangeKind = (typeof changeKinds)[number];
