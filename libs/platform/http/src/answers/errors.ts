import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('http', {
  if_match_missing: {
    status: 428,
    rule: 'STD-1.3',
    says: () => 'Say which version you are changing, in an If-Match header.',
    next: 'Read it with GET and send its ETag as If-Match.',
  },
  version_stale: {
    status: 412,
    rule: 'STD-1.3',
    says: (f: { current: string }) => `It has changed since you read it; it is ${f.current} now.`,
    next: 'Read it again, decide again, and send the new ETag as If-Match.',
  },
  cursor_invalid: {
    status: 400,
    rule: 'STD-1.4',
    says: () => 'This cursor does not belong to this list with these filters.',
    next: 'Start again without a cursor, or follow the links of the last page unchanged.',
  },
});
