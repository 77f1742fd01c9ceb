import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('catalogue', {
  review_unknown: { status: 404, says: () => 'There is no such review.' },
  review_closed: {
    status: 409,
    rule: 'R-9.3',
    says: (f: { until: string }) => `The review could be written until ${f.until}.`,
    next: 'What is published stays; you may withdraw it.',
  },
  own_review: {
    status: 403,
    rule: 'R-9.3',
    says: () => 'Nobody reviews goods of a shop she belongs to.',
  },
  review_case_unknown: { status: 404, says: () => 'No such case lies on your desk.' },
  review_case_decided: {
    status: 409,
    rule: 'R-9.3',
    says: () => 'This was decided already, or its words were taken back.',
    next: 'Read your desk again.',
  },
  own_review_case: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody decides on words of her own, on goods of her shop, or on her own report.',
    next: 'Let another officer of the desk decide.',
  },
  review_report_waits: {
    status: 409,
    rule: 'R-9.3',
    says: () => 'You have reported this already; nobody has decided yet.',
    next: 'Wait for the answer.',
  },
  too_many_review_reports: {
    status: 429,
    rule: 'R-9.3',
    says: (f: { waiting_max: number; day_max: number }) =>
      `A person reports up to ${f.day_max} reviews in 24 hours, and has up to ${f.waiting_max} reports waiting.`,
    next: 'Wait for the answers to those you made.',
  },
});
