import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { priceInput } from '#platform/money';

const typed = z.string().trim().min(1).max(40);
const personName = freeText(120);

/** Who signs is known by her PAN, or by an offline check of her Aadhaar that a licensed provider made. */
const person = z.union([
  z.strictObject({ name: personName, pan: typed }),
  z.strictObject({
    name: personName,
    kycReference: freeText(40).describe(
      'what the licensed provider of the offline e-KYC calls the check; never a number',
    ),
  }),
]);
const authorisedPerson = z.strictObject({
  kind: z.literal('authorised_person'),
  persons: z.array(person).min(1).max(5),
});
const pan = z.strictObject({ kind: z.literal('pan'), pan: typed, name: personName });
const pehchanCard = z.strictObject({ kind: z.literal('pehchan_card'), number: typed, office: freeText(80) });
const weaverId = z.strictObject({ kind: z.literal('weaver_id'), number: typed, office: freeText(80) });
const shgCode = z.strictObject({
  kind: z.literal('shg_code'),
  code: typed,
  federation: freeText(120),
  yearlySales: priceInput.optional().describe('of the last year; above ₹5 lakh the group shows a PAN of its own'),
});
const registration = z.strictObject({
  kind: z.literal('registration'),
  form: z.enum(['cin', 'cooperative']).describe('a company by its CIN, a co-operative by its registration number'),
  number: typed,
});
const producerRegister = z.strictObject({
  kind: z.literal('producer_register'),
  members: z.int().min(1).max(1_000_000),
  districts: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(80),
    )
    .min(1)
    .max(50)
    .describe('slugs of the districts its producers live in'),
});
const udyam = z.strictObject({ kind: z.literal('udyam'), number: typed });
const dpiit = z.strictObject({ kind: z.literal('dpiit'), number: typed });
const gst = z.strictObject({
  kind: z.literal('gst'),
  basis: z
    .enum(['gstin', 'enrolment', 'exempt'])
    .describe('registered, enrolled for sale through an e-commerce operator, or declared exempt'),
  number: typed.optional().describe('GSTIN or enrolment number; absent with a declaration of exemption'),
});
const itr = z.strictObject({
  kind: z.literal('itr'),
  assessmentYear: z.string().regex(/^20[0-9]{2}-[0-9]{2}$/),
  acknowledgement: z.string().regex(/^[0-9]{15}$/),
  signatory: personName,
});
const bankAccount = z.strictObject({
  kind: z.literal('bank_account'),
  holder: personName,
  account: typed,
  ifsc: typed,
});
const fssai = z.strictObject({ kind: z.literal('fssai'), number: typed, expiresOn: z.iso.date() });
const giUser = z.strictObject({
  kind: z.literal('gi_user'),
  applicationNo: typed,
  certificateNo: freeText(40),
  expiresOn: z.iso.date(),
});
const landBorder = z.strictObject({
  kind: z.literal('land_border'),
  declares: z
    .literal(true)
    .describe('that no owner is of a country sharing a land border with India, or is registered'),
});

/** One paper or declaration as an applicant gives it; numbers are read and checked by `readEvidence`. @rule */
export const evidenceInput = z
  .discriminatedUnion('kind', [
    authorisedPerson,
    pan,
    pehchanCard,
    weaverId,
    shgCode,
    registration,
    producerRegister,
    udyam,
    dpiit,
    gst,
    itr,
    bankAccount,
    fssai,
    giUser,
    landBorder,
  ])
  .meta({ id: 'SellerEvidence' });

/** A paper that ends on a day, as a shop at work hands it in anew. @rule SM-1 */
export const renewalInput = z.discriminatedUnion('kind', [fssai, giUser, landBorder]).meta({ id: 'RenewedPaper' });

export type Evidence = z.infer<typeof evidenceInput>;
export type EvidenceOf<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;
