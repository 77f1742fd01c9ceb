import { z } from 'zod';
import { cause } from '#platform/kernel';
import { money, moneySchema } from '#platform/money';
import {
  documentKinds,
  eInvoiceStates,
  ewayBillStates,
  papers_max,
  paperLines_max,
  remarkOf,
  stateTaxName,
  titleOf,
  whyNoEWayBill,
  whyRefused,
  type IssuedDocument,
} from '#tax';

const taxDocumentLine = z.strictObject({
  title: z.string(),
  hsn: z.string().describe('goods code'),
  unit: z.string().describe('code of the unit, `PCS`'),
  quantity: z.int(),
  rateBp: z.int().describe('hundredths of a per cent'),
  gross: moneySchema.describe('pieces and wrapping, before the maker’s discount; holds its tax'),
  discount: moneySchema.describe('of the maker'),
  freight: moneySchema,
  taxable: moneySchema,
  cgst: moneySchema,
  sgst: moneySchema,
  igst: moneySchema,
  total: moneySchema,
});

export const taxDocument = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(documentKinds),
    title: z.string().describe('what stands at its head'),
    number: z.string().describe('without gaps in its series: issuer, kind and financial year'),
    issuedAt: z.iso.datetime(),
    for: cause,
    corrects: z
      .strictObject({ number: z.string(), issuedAt: z.iso.datetime() })
      .nullable()
      .describe('the invoice a note is of'),
    supplier: z
      .strictObject({
        sellerId: z.uuid(),
        name: z.string().nullable(),
        address: z.string().nullable(),
        place: z.string().nullable(),
        pincode: z.string().nullable(),
        stateCode: z.string(),
        gstin: z.string().nullable().describe('null: she has no registration'),
      })
      .describe('the maker'),
    recipient: z
      .strictObject({ name: z.string(), street: z.string(), pincode: z.string() })
      .nullable()
      .describe('the shopper; null where it is not for the reader, or she was erased'),
    recipientGstin: z
      .string()
      .nullable()
      .describe('of a business that bought; null: no registration, or not for the reader'),
    registration: z
      .strictObject({
        state: z.enum(eInvoiceStates.names),
        irn: z.string().nullable(),
        ackNumber: z.string().nullable(),
        ackAt: z.iso.datetime().nullable(),
        cancelledAt: z.iso.datetime().nullable().describe('when it was learned that the maker cancelled it there'),
        refusal: z.strictObject({ code: z.string(), says: z.string(), next: z.string() }).nullable(),
      })
      .nullable()
      .describe('with the government’s invoice portal (IRN); null: it needs none'),
    eWayBill: z
      .strictObject({
        state: z.enum(ewayBillStates.names),
        number: z.string().nullable(),
        madeAt: z.iso.datetime().nullable(),
        distanceKm: z.int().nullable().describe('as the portal reckons it'),
        validDays: z.int().nullable().describe('so long it holds from when the vehicle is known'),
        expiresAt: z.iso.datetime().nullable().describe('when it runs out; null: the goods have not left'),
        refusal: z.strictObject({ code: z.string(), says: z.string(), next: z.string() }).nullable(),
      })
      .nullable()
      .describe('without which the goods must not move; null: they need none'),
    supply: z.enum(['intra', 'inter']).describe('within a State, or from one to another'),
    placeOfSupply: z.string().describe('State where the goods arrive, `IN-BR`'),
    stateTax: z.enum(['SGST', 'UTGST']).describe('what the State’s half of the tax is called there'),
    reverseCharge: z.literal(false),
    remark: z.string().nullable().describe('a sentence it must bear'),
    lines: z.array(taxDocumentLine).max(paperLines_max),
    taxable: moneySchema,
    cgst: moneySchema,
    sgst: moneySchema,
    igst: moneySchema,
    total: moneySchema,
    paidByPlatform: moneySchema.describe('of the total, what an offer of the platform paid for the shopper'),
    sha256: z.string().describe('fingerprint of what it said when it was issued'),
  })
  .meta({ id: 'TaxDocument' });

export const taxDocuments = z
  .strictObject({ documents: z.array(taxDocument).max(papers_max).describe('in the order they were issued') })
  .meta({ id: 'TaxDocuments' });

const amount = (text: string) => money(BigInt(text));
const sumOf = (line: IssuedDocument['lines'][number]): bigint =>
  BigInt(line.taxable_paise) + BigInt(line.cgst_paise) + BigInt(line.sgst_paise) + BigInt(line.igst_paise);

const viewOfLine = (line: IssuedDocument['lines'][number]): z.input<typeof taxDocumentLine> => ({
  title: line.title,
  hsn: line.hsn,
  unit: line.uqc,
  quantity: line.quantity,
  rateBp: line.rate_bp,
  gross: amount(line.gross_paise),
  discount: amount(line.discount_paise),
  freight: amount(line.freight_paise),
  taxable: amount(line.taxable_paise),
  cgst: amount(line.cgst_paise),
  sgst: amount(line.sgst_paise),
  igst: amount(line.igst_paise),
  total: money(sumOf(line)),
});

export const viewOfDocument = (of: IssuedDocument): z.input<typeof taxDocument> => ({
  id: of.id,
  kind: of.kind,
  title: titleOf(of.kind, of.lines),
  number: of.number,
  issuedAt: of.issued_at.toISOString(),
  for: { kind: of.cause_kind, id: of.cause_id },
  corrects: of.corrects && { number: of.corrects.number, issuedAt: of.corrects.issued_at.toISOString() },
  supplier: {
    sellerId: of.seller_id,
    name: of.supplier?.name ?? null,
    address: of.supplier?.line ?? null,
    place: of.supplier?.place ?? null,
    pincode: of.supplier?.pincode ?? null,
    stateCode: of.from_state,
    gstin: of.gstin,
  },
  recipient: of.recipient,
  recipientGstin: of.recipient_gstin,
  registration: of.eInvoice && {
    state: of.eInvoice.state,
    irn: of.registration?.irn ?? null,
    ackNumber: of.registration?.ackNumber ?? null,
    ackAt: of.registration?.ackAt.toISOString() ?? null,
    cancelledAt: of.registration?.cancelledAt?.toISOString() ?? null,
    refusal: of.eInvoice.refusal === null ? null : { code: of.eInvoice.refusal, ...whyRefused(of.eInvoice.refusal) },
  },
  eWayBill: of.eWayBill && {
    state: of.eWayBill.state,
    number: of.eWayBill.number,
    madeAt: of.eWayBill.made_at?.toISOString() ?? null,
    distanceKm: of.eWayBill.distance_km,
    validDays: of.eWayBill.valid_days,
    expiresAt: of.eWayBill.expires_at?.toISOString() ?? null,
    refusal: of.eWayBill.refusal === null ? null : { code: of.eWayBill.refusal, ...whyNoEWayBill(of.eWayBill.refusal) },
  },
  supply: of.supply,
  placeOfSupply: of.to_state,
  stateTax: stateTaxName(of.to_state),
  reverseCharge: false,
  remark: remarkOf(of.seller_gst),
  lines: of.lines.map(viewOfLine),
  taxable: amount(of.taxable_paise),
  cgst: amount(of.cgst_paise),
  sgst: amount(of.sgst_paise),
  igst: amount(of.igst_paise),
  total: amount(of.total_paise),
  paidByPlatform: amount(of.platform_paise),
  sha256: of.content_sha256.toString('hex'),
});

/** For lists: who bought is named only where one order's papers are read. @rule S-63 */
export const viewWithoutShopper = (of: IssuedDocument): z.input<typeof taxDocument> =>
  viewOfDocument({ ...of, recipient: null, recipient_gstin: null });

export const viewOfDocuments = (all: readonly IssuedDocument[]): z.input<typeof taxDocuments> => ({
  documents: all.map(viewOfDocument),
});
