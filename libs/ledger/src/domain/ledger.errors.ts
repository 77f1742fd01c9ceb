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
});
