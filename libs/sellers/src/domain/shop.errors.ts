import { domainErrors } from '#platform/kernel';

/** Refusals in the life of a shop after its approval. */
export const { fail } = domainErrors('sellers', {
  renewal_unknown: { status: 404, says: () => 'No such renewed paper waits on your desk.' },
  renewal_waiting: {
    status: 409,
    rule: 'SM-1',
    says: (f: { kind: string }) => `The ${f.kind} you handed in before is still being looked at.`,
  },
  renewal_shorter: {
    status: 422,
    rule: 'SM-1',
    says: (f: { kind: string; validTo: string }) => `The ${f.kind} we have holds until ${f.validTo} already.`,
    next: 'Hand in the new one, with its later day.',
  },
  not_a_shop_yet: {
    status: 409,
    rule: 'SM-1',
    says: (f: { state: string }) => `This seller is ${f.state}: papers go with the application, or are asked no more.`,
  },
  debarment_not_due: {
    status: 422,
    rule: 'R-3.17',
    says: (f: { severity: string; occurrence: number }) =>
      `Only a grave fault for the third time excludes for good; this suspension is ${f.severity}, time ${f.occurrence}.`,
  },
  own_decision: {
    status: 403,
    rule: 'S-28',
    says: () => 'Who took the first decision does not take the second.',
    next: 'Another officer decides.',
  },
  nothing_to_appeal: {
    status: 409,
    rule: 'R-3.18',
    says: (f: { state: string }) =>
      `The shop is ${f.state}, and was never suspended: there is nothing to appeal against.`,
  },
  appeal_made: { status: 409, rule: 'R-3.18', says: () => 'An appeal against this decision was made already.' },
  appeal_waits: {
    status: 409,
    rule: 'R-3.18',
    says: () => 'An appeal of this seller waits for its decision.',
    next: 'Wait until the office of her State has decided.',
  },
  appeal_too_late: {
    status: 422,
    rule: 'R-3.18',
    says: (f: { until: string }) => `An appeal was possible until ${f.until}.`,
  },
  appeal_unknown: { status: 404, says: () => 'No such appeal lies on your desk.' },
  appeal_decided: { status: 409, rule: 'R-3.18', says: () => 'This appeal was decided already.' },
  shop_has_open_dealings: {
    status: 409,
    rule: 'SM-1',
    says: (f: { open: readonly { kind: string; number: string }[] }) =>
      `Some things are not finished yet: ${f.open.map(({ kind, number }) => `${kind} ${number}`).join(', ')}.`,
    next: 'Finish them, or wait until the money has been paid out.',
  },
  applicant_debarred: {
    status: 422,
    rule: 'SM-1',
    says: () => 'A shop of yours was excluded for good; a new application is not possible.',
  },
  owner_changes_account: {
    status: 403,
    rule: 'S-28',
    says: () => 'Where the money of a shop goes is said by its owner.',
    next: 'Let an owner give the account.',
  },
  payout_account_not_waiting: {
    status: 409,
    rule: 'R-4.2',
    says: () => 'No account of this seller waits for an officer; she may have given another one meanwhile.',
    next: 'Read it again.',
  },
});
