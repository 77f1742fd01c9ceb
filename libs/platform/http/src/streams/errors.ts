import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('http', {
  not_a_stream: {
    status: 406,
    rule: 'STD-1.1',
    says: () => 'Here news comes as it happens, and you did not ask for that.',
    next: 'Send Accept: text/event-stream, as EventSource does.',
  },
  too_many_streams: {
    status: 429,
    rule: 'S-52',
    says: (f: { most: number; retryAfter_s: number }) =>
      `You follow this in ${f.most} places already. Another one is taken in ${f.retryAfter_s} s when one of them has ended.`,
    next: 'Close one of them, or use one for all your windows.',
  },
});
