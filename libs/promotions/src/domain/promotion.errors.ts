import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('promotions', {
  promotion_unknown: {
    status: 404,
    says: () => 'There is no such promotion.',
    next: 'Look at how the code is spelt.',
  },
  promotion_over: {
    status: 409,
    rule: 'S-10',
    says: (f: { code: string; standing: 'coming' | 'over' }) =>
      f.standing === 'coming' ? `${f.code} has not begun.` : `${f.code} is over.`,
    next: 'Order without the code.',
  },
  promotion_used_up: {
    status: 409,
    rule: 'S-10',
    says: (f: { code: string | null; by: 'all' | 'you' }) =>
      f.by === 'you'
        ? `You have had ${f.code ?? 'this reduction'} as often as it is given.`
        : `${f.code ?? 'This reduction'} has been given as often as it was offered.`,
    next: 'Ask for the price again, a guest with the contact she orders with; it is shown before you pay.',
  },
  promotion_not_for_cart: {
    status: 409,
    rule: 'S-10',
    says: (f: { code: string }) => `${f.code} is for the goods of a maker who is not in the cart.`,
    next: 'Order without the code, or put goods of that maker into the cart.',
  },
  promotion_code_taken: {
    status: 409,
    says: (f: { code: string }) => `${f.code} is the code of another promotion.`,
    next: 'Choose another code.',
  },
  promotion_unfit: {
    status: 422,
    says: (f: { why: string }) => `Such a promotion cannot be given: ${f.why}.`,
    next: 'Change it and send it again.',
  },
});
