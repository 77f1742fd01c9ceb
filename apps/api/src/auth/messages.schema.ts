import { z } from 'zod';
import { languages } from '#notifications';
import { pageOf, pageQuery } from '#platform/http';

export const inboxQuery = pageQuery.omit({ count: true });

const message = z
  .strictObject({
    id: z.uuid(),
    event: z.string().describe('what it is about, for a program: orders.placed'),
    language: z.enum(languages),
    subject: z.string(),
    text: z.string(),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'InboxMessage',
    example: {
      id: '019a7b1c-7f00-7000-8000-000000000001',
      event: 'orders.confirmed',
      language: 'en',
      subject: 'Order ODB-2627-0001234 is confirmed',
      text: 'The maker has confirmed order ODB-2627-0001234 and is getting it ready for you.',
      at: '2026-11-12T08:35:00.000Z',
    },
  });
export const inboxPage = pageOf(message);
