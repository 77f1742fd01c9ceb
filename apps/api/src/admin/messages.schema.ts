import { z } from 'zod';
import { channels, deliveries, messageStates, type MessageRecord, type MessageState } from '#notifications';
import { pageOf, pageQuery } from '#platform/http';

const state = z.enum(messageStates.names as [MessageState]);

export const messagesQuery = pageQuery
  .omit({ count: true })
  .extend({ state: state.optional(), channel: z.enum(channels).optional(), delivery: z.enum(deliveries).optional() });

const message = z
  .strictObject({
    id: z.uuid(),
    newsId: z.uuid().describe('the piece of news it tells of'),
    template: z.string().describe('which wording: news and audience'),
    templateVersion: z.int(),
    wordingVersion: z
      .int()
      .nullable()
      .describe('of the desk’s own text it was written with; 0: that of the build; null: not written yet'),
    channel: z.enum(channels),
    language: z.string(),
    state,
    tries: z.int(),
    failure: z.string().nullable().describe('why it was not sent, in one word'),
    delivery: z.enum(deliveries).nullable().describe('what its provider told of it later'),
    address: z.string().nullable().describe('with its middle taken out'),
    provider: z.string().nullable(),
    providerReference: z.string().nullable(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({
    id: 'MessageRecord',
    example: {
      id: '019a7b1c-7f00-7000-8000-000000000002',
      newsId: '019a7b1c-7f00-7000-8000-000000000003',
      template: 'orders.placed/maker',
      templateVersion: 1,
      wordingVersion: null,
      channel: 'sms',
      language: 'hi',
      state: 'failed',
      tries: 1,
      failure: 'no_such_number',
      delivery: null,
      address: '+91•••••••42',
      provider: null,
      providerReference: null,
      madeAt: '2026-11-12T08:35:00.000Z',
      changedAt: '2026-11-12T08:35:02.000Z',
    },
  });
export const messagePage = pageOf(message);

export const messageView = (row: MessageRecord): z.infer<typeof message> => ({
  id: row.id,
  newsId: row.event_id,
  template: `${row.event}/${row.audience}`,
  templateVersion: row.template_version,
  wordingVersion: row.wording_version,
  channel: row.channel,
  language: row.language,
  state: row.state,
  tries: row.tries,
  failure: row.failure,
  delivery: row.delivery,
  address: row.address_hint,
  provider: row.provider,
  providerReference: row.provider_reference,
  madeAt: row.made_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
