import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('ledger', {
  hold_unknown: {
    status: 404,
    rule: 'S-2',
    says: () => 'There is no such hold.',
    next: 'Check the address.',
  },
  hold_resolved: {
    status: 409,
    rule: 'S-2',
    says: (f: { status: string }) => `This hold has ended already: it is ${f.status}.`,
    next: 'Look at what became of the money.',
  },
  hold_too_small: {
    status: 422,
    rule: 'S-2',
    says: (f: { asked_paise: string; held_paise: string }) =>
      `${f.asked_paise} paise are more than the ${f.held_paise} paise that are held.`,
    next: 'Post at most what is held.',
  },
  period_not_over: {
    status: 422,
    rule: 'S-1',
    says: (f: { month: string }) => `${f.month} is not over yet.`,
    next: 'Close it when its last day is past, in India.',
  },
  period_out_of_order: {
    status: 409,
    rule: 'S-1',
    says: (f: { next: string }) => `Months are closed one after the other: the next is ${f.next}.`,
    next: 'Close that one first.',
  },
  period_closed: {
    status: 409,
    rule: 'S-1',
    says: (f: { month: string }) => `The books of ${f.month} are closed already.`,
    next: 'Post what has to be put right in the open month.',
  },
  period_not_closed: {
    status: 404,
    rule: 'S-1',
    says: (f: { month: string }) => `The books of ${f.month} are not closed.`,
    next: 'Look at the list of months.',
  },
  period_not_asked: {
    status: 404,
    rule: 'S-28',
    says: (f: { month: string }) => `Nobody has asked that the books of ${f.month} be closed.`,
    next: 'Ask for it; another person closes them.',
  },
  own_period: {
    status: 403,
    rule: 'S-28',
    says: () => 'You asked for it yourself: another person closes the month.',
    next: 'Leave it to a colleague of the payments desk.',
  },
});
