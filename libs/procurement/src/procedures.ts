/** Who has to do something next. */
export type Desk =
  'buyer' | 'competent authority' | 'seller' | 'consignee' | 'drawing officer' | 'paying authority' | 'platform';

/**
 * The stages of each way of buying, in the order in which a purchase walks through them; the folders of this module
 * stand in the same order. A method that is not here cannot be used yet.
 */
export const procedures = {
  direct: {
    says: 'From any seller, up to the direct-purchase ceiling of the day.',
    rule: 'R-1.3',
    stages: ['demand', 'method', 'direct-purchase', 'contract', 'acceptance', 'bill'],
  },
  l1: {
    says: 'From the cheapest of at least three manufacturers, up to the ceiling of a comparison.',
    rule: 'R-1.4',
    stages: ['demand', 'method', 'comparison', 'contract', 'acceptance', 'bill'],
  },
} as const;
export type Method = keyof typeof procedures;
