import { z } from 'zod';
import { channels, languages, rhythms, stopReasons, stoppableChannels, topicNames, type Chosen } from '#notifications';

const topic = z.enum(topicNames);
const channel = z.enum(channels);

const way = z.strictObject({
  channel,
  isOn: z.boolean().describe('whether you are told over it; SMS beside WhatsApp only when that does not arrive'),
  isFixed: z.boolean().describe('whether that is not for you to switch off'),
});

export const messagePreferences = z
  .strictObject({
    language: z.enum(languages).describe('in which you are written to'),
    stopped: z
      .array(
        z.strictObject({
          channel: z.enum(stoppableChannels),
          why: z.enum(stopReasons).describe('nobody is there, or a message was marked as unwanted'),
          since: z.iso.datetime(),
        }),
      )
      .max(stoppableChannels.length)
      .describe('addresses of yours to which nothing ordinary is sent until you confirm them by a code'),
    topics: z
      .array(
        z.strictObject({
          topic,
          necessary: z.string().nullable().describe('why you cannot do without; null where you can'),
          mayBeGathered: z.boolean().describe('whether you may hear of it together with other news'),
          together: z.enum(rhythms).nullable().describe('how often you hear of it with other news; null at once'),
          channels: z.array(way).max(channels.length).describe('ways in which you can be reached'),
        }),
      )
      .max(topicNames.length),
  })
  .meta({
    id: 'MessagePreferences',
    example: {
      language: 'hi',
      stopped: [{ channel: 'email', why: 'bounced', since: '2026-11-12T08:35:00.000Z' }],
      topics: [
        {
          topic: 'parcels',
          necessary: null,
          mayBeGathered: false,
          together: null,
          channels: [
            { channel: 'in_app', isOn: true, isFixed: false },
            { channel: 'sms', isOn: false, isFixed: false },
          ],
        },
      ],
    },
  });

export const messageWishes = z
  .strictObject({
    language: z.enum(languages).optional(),
    wishes: z
      .array(z.strictObject({ topic, channel, wanted: z.boolean() }))
      .max(topicNames.length * channels.length)
      .default([]),
    together: z
      .array(z.strictObject({ topic, every: z.enum(rhythms).nullable().describe('null to hear of it at once') }))
      .max(topicNames.length)
      .default([]),
  })
  .meta({
    id: 'MessageWishes',
    example: {
      language: 'hi',
      wishes: [{ topic: 'parcels', channel: 'sms', wanted: false }],
      together: [{ topic: 'goods', every: 'day' }],
    },
  });

export const preferencesView = ({ language, stopped, topics }: Chosen): z.input<typeof messagePreferences> => ({
  language,
  stopped: stopped.map(({ since, ...stop }) => ({ ...stop, since: since.toISOString() })),
  topics: topics.map(({ ways, ...rest }) => ({ ...rest, channels: ways })),
});
