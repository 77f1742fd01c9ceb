import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('tax', {
  tax_document_not_found: {
    status: 404,
    rule: 'R-6.20',
    says: () => 'There is no such paper of yours.',
    next: 'Look it up among the papers of the order.',
  },
  tax_document_forgotten: {
    status: 410,
    rule: 'R-9.20',
    says: (f: { number: string }) => `The names on ${f.number} are kept no longer, and it is not printed.`,
    next: 'Its number and amounts are still read.',
  },
  tax_document_not_printed: {
    status: 409,
    rule: 'R-6.20',
    says: (f: { number: string }) => `${f.number} is being printed.`,
    next: 'Ask again in a few seconds.',
  },
  tax_registration_not_needed: {
    status: 404,
    rule: 'R-6.22',
    says: () => 'No paper of yours waits here for the government’s portal.',
    next: 'Only invoices between registered businesses are registered, of makers above the threshold of turnover.',
  },
  tax_eway_bill_not_needed: {
    status: 404,
    rule: 'R-6.23',
    says: () => 'No paper of yours waits here for an e-way bill.',
    next: 'Only goods above the value of the law need one; look it up among the papers of the order.',
  },
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
