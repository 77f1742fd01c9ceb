import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('platform', {
  file_unreadable: {
    status: 422,
    rule: 'S-58',
    says: (f: { why: string }) => `This file cannot be taken: ${f.why}.`,
    next: 'Send a photo (JPEG, PNG, WebP) or a PDF as your telephone or scanner made it.',
  },
  file_too_large: {
    status: 422,
    rule: 'S-58',
    says: (f: { why: string }) => `This file is too large: ${f.why}.`,
    next: 'Photograph it smaller, or send it in parts.',
  },
  file_unsafe: {
    status: 422,
    rule: 'S-58',
    says: (f: { why: string }) => `This file may do something when it is opened: ${f.why}.`,
    next: 'Print it to a new PDF, or send photos of its pages.',
  },
});
