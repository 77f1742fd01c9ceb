import { z } from 'zod';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { money, moneySchema } from '#platform/money';
import { debitRequestStates, paperLines_max, type AskedDebit, type DebitRequest } from '#tax';

const reason = freeText(1_000, 10);
export const debitRequestsQuery = pageQuery
  .omit({ count: true })
  .extend({ state: z.enum(debitRequestStates).default('asked') });

const wish = z.strictObject({
  line: z.int().min(1).max(paperLines_max).describe('its place on the invoice, from 1'),
  hsn: z
    .string()
    .regex(/^([0-9]{4}|[0-9]{6}|[0-9]{8})$/)
    .describe('the goods code that was right'),
  gstRateKey: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .describe('the row of the rates that was right, without `gst.rate.`'),
  value: moneySchema.describe('value that was missing, without its tax; nothing where only the rate was wrong'),
});
const nothing = { paise: 0, currency: 'INR' as const };
export const debitRequestBody = z
  .strictObject({
    documentId: z.uuid().describe('the invoice'),
    lines: z
      .array(wish)
      .min(1)
      .max(paperLines_max)
      .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, 'names a line twice'),
    reason: reason.describe('what was wrong, and how it came out'),
  })
  .meta({
    id: 'DebitNoteRequestBody',
    example: {
      documentId: '019a7b1c-7f00-7000-8000-000000000021',
      lines: [{ line: 1, hsn: '62141000', gstRateKey: 'made_ups', value: nothing }],
      reason: 'The stoles stood under the code of cotton fabric.',
    },
  });
export const debitEndBody = z
  .strictObject({ reason })
  .meta({ id: 'DebitNoteRequestEnd', example: { reason: 'The invoice had the right code after all.' } });

const line = z.strictObject({
  title: z.string(),
  hsn: z.string(),
  quantity: z.int(),
  rateBp: z.int().describe('hundredths of a per cent'),
  taxable: moneySchema,
  cgst: moneySchema,
  sgst: moneySchema,
  igst: moneySchema,
});

export const debitRequest = z
  .strictObject({
    id: z.uuid(),
    documentId: z.uuid(),
    invoice: z.string().describe('number of the invoice'),
    sellerId: z.uuid(),
    lines: z.array(line).max(paperLines_max).describe('what the note says'),
    reason: z.string(),
    state: z.enum(debitRequestStates),
    askedBy: z.uuid(),
    askedAt: z.iso.datetime(),
    decidedBy: z.uuid().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    decisionReason: z.string().nullable().describe('why it was refused or taken back'),
    note: z.string().nullable().describe('number of the note; null: none is issued'),
  })
  .meta({ id: 'DebitNoteRequest' });

export const askedDebit = ({ documentId, lines, reason: why }: z.infer<typeof debitRequestBody>): AskedDebit => ({
  documentId,
  wishes: lines.map(({ line: n, hsn, gstRateKey, value }) => ({
    ...{ n, hsn, gstRateKey, value_paise: String(value.paise) },
  })),
  reason: why,
});

export const viewOfDebitRequest = (row: DebitRequest): z.input<typeof debitRequest> => ({
  ...{ id: row.id, documentId: row.document_id, invoice: row.number, sellerId: row.seller_id, reason: row.reason },
  lines: row.lines.map((one) => ({
    ...{ title: one.title, hsn: one.hsn, quantity: one.quantity, rateBp: one.rate_bp },
    taxable: money(BigInt(one.taxable_paise)),
    cgst: money(BigInt(one.cgst_paise)),
    sgst: money(BigInt(one.sgst_paise)),
    igst: money(BigInt(one.igst_paise)),
  })),
  ...{ state: row.state, askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), note: row.note },
  ...{ decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null },
  decisionReason: row.decision_reason,
});
