import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('platform', {
  upload_address_unknown: {
    status: 404,
    rule: 'S-58',
    says: () => 'This is no upload address of ours.',
    next: 'Ask for a new one, and send to it exactly as it was given.',
  },
  upload_address_over: {
    status: 410,
    rule: 'S-58',
    says: (f: { until: string }) => `This upload address was good until ${f.until}.`,
    next: 'Ask for a new one.',
  },
  upload_unlike: {
    status: 422,
    rule: 'S-58',
    says: (f: { type: string; size_bytes: number; got_bytes: number }) =>
      `The address takes ${f.type} of exactly ${f.size_bytes} bytes; ${f.got_bytes} came.`,
    next: 'Send the file it was asked for, or ask for another address.',
  },
});
