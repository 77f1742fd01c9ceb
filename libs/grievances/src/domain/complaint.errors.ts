import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('grievances', {
  complaint_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such complaint.' },
  too_many_complaints: {
    status: 429,
    rule: 'S-52',
    says: (f: { open_max: number }) => `A person has at most ${f.open_max} complaints open at a time.`,
    next: 'Wait for the answers to those you made, or withdraw one.',
  },
  reopen_time_over: {
    status: 409,
    rule: 'SM-9',
    says: (f: { until: string }) => `The complaint could be reopened until ${f.until}.`,
    next: 'Make a new complaint and name the ticket of this one.',
  },
  reopened_already: {
    status: 409,
    rule: 'SM-9',
    says: (f: { reopens_max: number }) =>
      `A complaint can be reopened ${f.reopens_max === 1 ? 'once' : `${f.reopens_max} times`}.`,
    next: 'Make a new complaint and name the ticket of this one.',
  },
  own_complaint: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody works on a complaint of their own.',
    next: 'Let another officer of the desk do it.',
  },
  complaint_above_desk: {
    status: 403,
    rule: 'SM-9',
    says: () => 'This complaint lies with the nodal person: it was not decided in time.',
    next: 'Let the nodal person decide.',
  },
});
