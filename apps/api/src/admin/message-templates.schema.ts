import { z } from 'zod';
import {
  editableChannels,
  editedStates,
  languages,
  type EditedWording,
  type MessageTexts,
  type NewWording,
  type Preview,
} from '#notifications';
import { freeText } from '#platform/identifiers';

const channel = z.enum(editableChannels);
const language = z.enum(languages);
/** ICU message syntax; line breaks only where the channel has lines, which the desk is told when it is wrong. */
const messageText = z
  .string()
  .min(1)
  .max(2_000)
  .describe('ICU message: {order}, {pieces, plural, one {# piece} other {# pieces}}');
const subject = z.string().min(1).max(200).nullable();
const reason = freeText(1_000, 10);

export const templateName = z
  .string()
  .regex(/^[a-z_]{1,40}\.[a-z_]{1,60}$/)
  .describe('the news');
export const audienceName = z.string().regex(/^[a-z_]{1,60}$/);

export const templateList = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          event: z.string(),
          audience: z.string(),
          values: z.record(z.string(), z.string()).describe('what its texts may ask for, and of which kind it is'),
        }),
      )
      .max(1_000),
  })
  .meta({
    id: 'MessageTemplates',
    example: { items: [{ event: 'orders.confirmed', audience: 'shopper', values: { order: 'text' } }] },
  });

const wordingShape = z.strictObject({
  id: z.uuid(),
  event: z.string(),
  audience: z.string(),
  channel,
  language,
  version: z.int(),
  subject: z.string().nullable(),
  text: z.string(),
  dltTemplateId: z.string().nullable(),
  dltText: z.string().nullable(),
  reason: z.string(),
  state: z.enum(editedStates),
  writtenBy: z.uuid(),
  writtenAt: z.iso.datetime(),
  approvedBy: z.uuid().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  inUseFrom: z.iso.datetime().nullable(),
  withdrawnBy: z.uuid().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawalReason: z.string().nullable(),
});
const wordingExample = {
  id: '019a7b1c-7f00-7000-8000-000000000031',
  event: 'orders.confirmed',
  audience: 'shopper',
  channel: 'sms' as const,
  language: 'en' as const,
  version: 1,
  subject: null,
  text: 'ODOP Bazaar: the maker has confirmed order {order}.',
  dltTemplateId: '1007000000000000042',
  dltText: 'ODOP Bazaar: the maker has confirmed order {#var#}.',
  reason: 'Shorter, as many read it on small phones.',
  state: 'draft' as const,
  writtenBy: '019a7b1c-7f00-7000-8000-000000000032',
  writtenAt: '2026-11-12T08:35:00.000Z',
  approvedBy: null,
  approvedAt: null,
  inUseFrom: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawalReason: null,
};
export const wording = wordingShape.meta({ id: 'MessageWording', example: wordingExample });
export type WordingView = z.infer<typeof wordingShape>;

export const templateTexts = z
  .strictObject({
    event: z.string(),
    audience: z.string(),
    values: z.record(z.string(), z.string()),
    builtIn: z.array(z.strictObject({ channel, language, subject: z.string().nullable(), text: z.string() })).max(100),
    written: z.array(wordingShape.extend({ isInUse: z.boolean() })).max(500),
  })
  .meta({
    id: 'MessageTemplateTexts',
    example: {
      event: 'orders.confirmed',
      audience: 'shopper',
      values: { order: 'text' },
      builtIn: [
        { channel: 'sms', language: 'en', subject: null, text: 'ODOP Bazaar: the maker has confirmed order {order}.' },
      ],
      written: [{ ...wordingExample, isInUse: false }],
    },
  });

export const draftBody = z
  .strictObject({
    channel,
    language,
    subject: subject.describe('null for an SMS'),
    text: messageText,
    dltTemplateId: z
      .string()
      .regex(/^[0-9]{19}$/)
      .nullable()
      .describe('SMS only: its id in the register of commercial communication'),
    dltText: z.string().min(1).max(2_000).nullable().describe('SMS only: the text it is registered as, with {#var#}'),
    reason,
  })
  .meta({
    id: 'MessageWordingInput',
    example: {
      channel: 'sms',
      language: 'en',
      subject: null,
      text: wordingExample.text,
      dltTemplateId: wordingExample.dltTemplateId,
      dltText: wordingExample.dltText,
      reason: wordingExample.reason,
    },
  });

export const approvalBody = z
  .strictObject({ inUseFrom: z.iso.datetime().nullable().describe('null: at once') })
  .meta({ id: 'MessageWordingApproval', example: { inUseFrom: '2026-12-01T00:00:00.000Z' } });

export const withdrawalBody = z
  .strictObject({ reason })
  .meta({ id: 'MessageWordingWithdrawal', example: { reason: 'Readers took it for somebody else’s order.' } });

export const previewQuery = z.strictObject({ channel, language });

export const preview = z
  .strictObject({
    subject: z.string().nullable(),
    text: z.string().describe('with sample values; an e-mail with the letter around it'),
    sms: z
      .strictObject({ encoding: z.enum(['gsm7', 'ucs2']), letters: z.int(), parts: z.int(), partsAtMost: z.int() })
      .nullable(),
  })
  .meta({
    id: 'MessagePreview',
    example: {
      subject: null,
      text: 'ODOP Bazaar: the maker has confirmed order ODB-2627-0001234.',
      sms: { encoding: 'gsm7', letters: 61, parts: 1, partsAtMost: 1 },
    },
  }) satisfies z.ZodType<Preview>;

export const wordingView = (row: EditedWording): WordingView => ({
  id: row.id,
  event: row.event,
  audience: row.audience,
  channel: row.channel,
  language: row.language,
  version: row.version,
  subject: row.subject,
  text: row.text,
  dltTemplateId: row.dlt_template_id,
  dltText: row.dlt_text,
  reason: row.reason,
  state: row.state,
  writtenBy: row.written_by,
  writtenAt: row.written_at.toISOString(),
  approvedBy: row.approved_by,
  approvedAt: row.approved_at?.toISOString() ?? null,
  inUseFrom: row.in_use_from?.toISOString() ?? null,
  withdrawnBy: row.withdrawn_by,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  withdrawalReason: row.withdrawal_reason,
});

export const textsView = (event: string, audience: string, texts: MessageTexts): z.infer<typeof templateTexts> => ({
  event,
  audience,
  values: { ...texts.values },
  builtIn: texts.builtIn,
  written: texts.written.map((row) => ({ ...wordingView(row), isInUse: row.isInUse })),
});

export const newWording = (
  event: string,
  audience: string,
  body: z.infer<typeof draftBody>,
): NewWording & { reason: string } => ({
  event,
  audience,
  channel: body.channel,
  language: body.language,
  subject: body.subject,
  text: body.text,
  dlt_template_id: body.dltTemplateId,
  dlt_text: body.dltText,
  reason: body.reason,
});
