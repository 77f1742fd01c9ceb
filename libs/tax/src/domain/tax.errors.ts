import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('tax', {
  seller_turnover_reached: {
    status: 422,
    rule: 'R-6.9',
    says: (f: { sellerIds: string[] }) =>
      `${f.sellerIds.length === 1 ? 'A maker in your cart has' : 'Makers in your cart have'} sold as much this year as may be sold without a GST registration.`,
    next: 'Take her goods out of the cart, or come back when she is registered.',
  },
  seller_not_through_operator: {
    status: 422,
    rule: 'R-6.7',
    says: (f: { sellerIds: string[] }) =>
      `By the law of this day ${f.sellerIds.length === 1 ? 'a maker in your cart' : 'makers in your cart'} may not sell through a platform without a full GST registration.`,
    next: 'Take her goods out of the cart, or come back when she is registered.',
  },
});
