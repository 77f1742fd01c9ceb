import { z } from 'zod';
import { gift_message_max } from '#orders';
import { paymentMethods, type PaymentMethod } from '#payments';
import { freeText } from '#platform/identifiers';

export const mobile = z
  .string()
  .regex(/^\+91[6-9][0-9]{9}$/, 'an Indian mobile number, +91 and ten digits')
  .meta({ examples: ['+919876543210'] });

const guestContact = z
  .strictObject({
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email())
      .nullable()
      .default(null)
      .meta({ examples: ['farah@example.in'] }),
    mobile: mobile.nullable().default(null),
    language: z.enum(['en', 'hi']).default('en'),
  })
  .refine(({ email, mobile: number }) => (email ?? number) !== null, 'an e-mail address or a mobile number')
  .meta({ id: 'GuestContact', example: { email: 'farah@example.in' } });

/** Of a body that a guest may send as well. */
export const asGuest = {
  contact: guestContact
    .optional()
    .describe('where a guest is written to about her order; who signed in is written to at her own addresses'),
};

export const asPaid = {
  paymentMethod: z
    .enum(paymentMethods)
    .optional()
    .describe('how she pays: online when absent, or in cash when her goods arrive'),
};

export const giftMessage = freeText(gift_message_max)
  .optional()
  .describe('what the gift is to say; each maker reads it and puts it into her parcel');

type Contact = z.infer<typeof guestContact>;

/** What a body wishes beside the goods; the words of a gift are part of a quote, or of an order without one. */
export const wishOf = (body: {
  contact?: Contact | undefined;
  paymentMethod?: PaymentMethod | undefined;
  giftMessage?: string | undefined;
}): { contact?: Contact | undefined; payBy?: PaymentMethod | undefined; giftMessage?: string | undefined } => ({
  ...(body.contact && { contact: body.contact }),
  payBy: body.paymentMethod,
  giftMessage: body.giftMessage,
});
