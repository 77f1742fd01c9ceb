import { z } from 'zod';
import { languages, unread_max, type InboxMessage, type InboxNews } from '#notifications';
import { pageOf, pageQuery, type StreamedEvent } from '#platform/http';

export const inboxQuery = pageQuery.omit({ count: true });

const message = z
  .strictObject({
    id: z.uuid(),
    event: z.string().describe('what it is about, for a program: orders.placed'),
    language: z.enum(languages),
    subject: z.string(),
    text: z.string(),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable().describe('when you marked it as read'),
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
      readAt: null,
    },
  });
export const inboxPage = pageOf(message);
export type MessageView = z.infer<typeof message>;

export const unreadView = z
  .strictObject({ unread: z.int().min(0).max(unread_max).describe(`${unread_max} stands for as many or more`) })
  .meta({ id: 'UnreadMessages', example: { unread: 3 } });

export const seenBody = z
  .strictObject({ upTo: z.uuid().describe('the newest message you have seen; those that came after it stay unread') })
  .meta({ id: 'SeenMessages', example: { upTo: '019a7b1c-7f00-7000-8000-000000000001' } });

export const messageView = ({ id, event, language, subject, text, madeAt, readAt }: InboxMessage): MessageView => ({
  id,
  event,
  language,
  subject,
  text,
  at: madeAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

/** What happened in an inbox, as it goes over the line. */
export function eventView(news: InboxNews): StreamedEvent {
  if (news.kind === 'still here') return {};
  const data = news.kind === 'message' ? messageView(news.message) : { unread: news.unread };
  return { name: news.kind, id: news.number, data };
}
