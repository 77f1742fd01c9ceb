import { domainErrors } from '#platform/kernel';

/** Refusals of pictures that are sent to an address of their own. */
export const { fail } = domainErrors('catalogue', {
  upload_unknown: { status: 404, says: () => 'There is no such upload.' },
  upload_over: {
    status: 410,
    rule: 'S-58',
    says: (f: { until: string }) => `This upload was to be confirmed until ${f.until}.`,
    next: 'Ask for a new upload and send the picture again.',
  },
  upload_missing: {
    status: 409,
    rule: 'S-58',
    says: () => 'Nothing has come to the address of this upload yet.',
    next: 'Send the picture there first, then confirm.',
  },
  upload_size_differs: {
    status: 422,
    rule: 'S-58',
    says: (f: { size_bytes: number; got_bytes: number }) =>
      `The upload was asked for ${f.size_bytes} bytes; ${f.got_bytes} came.`,
    next: 'Send the whole picture again, then confirm.',
  },
  too_many_uploads: {
    status: 429,
    rule: 'S-52',
    says: (f: { open_max: number }) => `You already have ${f.open_max} uploads you have not confirmed.`,
    next: 'Confirm those that are done; the others end by themselves within minutes.',
  },
});
