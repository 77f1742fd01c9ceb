import { domainErrors } from '#platform/kernel';

/** Everything this register refuses, in the order in which it is checked. */
export const { fail } = domainErrors('policy', {
  parameter_unknown: {
    status: 422,
    rule: 'R-0.3',
    says: (f: { key: string }) => `No rule of the platform asks for a parameter named ${f.key}.`,
    next: 'Look the key up in the list of parameters.',
  },
  parameter_not_in_force: {
    status: 422,
    rule: 'R-0.3',
    says: (f: { key: string; day: string }) => `The parameter ${f.key} had no value on ${f.day}.`,
    next: 'Choose a date on which the parameter was in force.',
  },
  parameter_value_invalid: {
    status: 422,
    rule: 'R-0.3',
    says: (f: { key: string; unit: string; fault: string }) =>
      `${f.key} is counted in ${f.unit}, and this value does not fit: ${f.fault}.`,
    next: 'Send amounts as whole paise in digits, shares in basis points, times in the unit of the key.',
  },
  parameter_not_in_future: {
    status: 422,
    rule: 'R-0.4',
    says: (f: { effective_from: string; earliest: string }) =>
      `A new value cannot hold from ${f.effective_from}: the earliest day is ${f.earliest}.`,
    next: 'Choose a later day; what has begun to hold is never changed.',
  },
  parameter_changes_that_day: {
    status: 409,
    rule: 'R-0.3',
    says: (f: { key: string; scope: string; effective_from: string }) =>
      `${f.key} for ${f.scope} already changes on ${f.effective_from}.`,
    next: 'Choose another day.',
  },
  proposal_unknown: {
    status: 404,
    rule: 'S-28',
    says: (f: { proposalId: string }) => `There is no proposal ${f.proposalId}.`,
  },
  policy_needs_person: {
    status: 403,
    rule: 'S-28',
    says: () => 'Only a person who is signed in can propose or decide a value; a key of a machine cannot.',
    next: 'Sign in as a person.',
  },
  proposal_not_open: {
    status: 409,
    rule: 'S-28',
    says: (f: { proposalId: string; state: string }) => `The proposal ${f.proposalId} is already ${f.state}.`,
    next: 'Make a new proposal.',
  },
  proposer_cannot_approve: {
    status: 403,
    rule: 'S-28',
    says: () => 'Whoever proposes a value cannot approve it.',
    next: 'Ask a second person to approve it.',
  },
});
