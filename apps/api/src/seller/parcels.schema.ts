import { z } from 'zod';

export const parcelAddress = z
  .strictObject({
    name: z.string(),
    street: z.string(),
    pincode: z.string(),
    stateCode: z.string().describe('`IN-BR`'),
    mobileEnding: z.string().describe('the last four digits; the courier that is booked has the number'),
  })
  .meta({ id: 'ParcelAddress' });

export const deliveryBody = z
  .strictObject({
    code: z
      .string()
      .regex(/^[0-9]{6}$/, 'six digits')
      .describe('what the shopper told at her door; it stands at her order'),
  })
  .meta({ id: 'DeliveryBody', example: { code: '408213' } });
