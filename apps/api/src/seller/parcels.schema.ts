import { z } from 'zod';
import { deliveryPhotoStates, type DeliveryPhoto } from '#fulfilment';
import { fileName } from '#platform/uploads';

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
      .describe('what was told at the door; the shopper reads it at her order, the consignee at the contract'),
  })
  .meta({ id: 'DeliveryBody', example: { code: '408213' } });

export const deliveryPhotoQuery = z.strictObject({
  fileName: fileName.describe('as it was called; its ending has to fit, and it is not kept'),
});

export const deliveryPhoto = z
  .strictObject({
    id: z.uuid(),
    type: z.enum(['application/pdf', 'image/jpeg']),
    size_bytes: z.int().min(1),
    sha256: z.string().length(64).describe('of the photo as it is handed out'),
    state: z
      .enum(deliveryPhotoStates)
      .describe('waiting: the virus scanner has not looked yet; clean: the parcel has arrived by it'),
    givenAt: z.iso.datetime(),
  })
  .meta({ id: 'DeliveryPhoto' });

export const viewOfDeliveryPhoto = (photo: DeliveryPhoto): z.input<typeof deliveryPhoto> => ({
  id: photo.id,
  type: photo.content_type,
  size_bytes: photo.size_bytes,
  sha256: photo.sha256,
  state: photo.state,
  givenAt: photo.given_at.toISOString(),
});
