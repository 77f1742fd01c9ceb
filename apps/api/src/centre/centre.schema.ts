import { z } from 'zod';
import {
  centreParcelStates,
  centres_max,
  manifest_max,
  shipmentStates,
  type CentreParcelState,
  type CollectionCentre,
  type GatheredParcel,
  type ListedManifest,
  type ShipmentState,
} from '#fulfilment';
import { freeText } from '#platform/identifiers';
import { pageQuery } from '#platform/http';
import { money, moneySchema } from '#platform/money';
import { pincodeText } from '../public/names.schema.js';

export const centreBody = z
  .strictObject({
    name: freeText(120),
    street: freeText(300),
    pincode: pincodeText,
    isOpen: z.boolean().describe('takes new parcels'),
  })
  .meta({
    id: 'CollectionCentreBody',
    example: { name: 'Bhagalpur SHG Federation', street: 'Nath Nagar Road', pincode: '812001', isOpen: true },
  });

const centre = z.strictObject({ id: z.uuid(), name: z.string(), street: z.string(), pincode: z.string() });
export const centreList = z.strictObject({ items: z.array(centre).max(centres_max) }).meta({
  id: 'CollectionCentres',
  example: {
    items: [
      {
        id: '019aa1f2-7c00-7000-8000-000000000001',
        ...{ name: 'Bhagalpur SHG Federation', street: 'Nath Nagar Road', pincode: '812001' },
      },
    ],
  },
});
export const viewOfCentres = (centres: readonly CollectionCentre[]): z.input<typeof centreList> => ({
  items: centres.map(({ id, name, street, pincode }) => ({ id, name, street, pincode })),
});

export const centresQuery = z.strictObject({
  pincode: z
    .string()
    .regex(/^[1-9][0-9]{0,5}$/)
    .optional()
    .describe('the beginning of its PIN code: 812 for a district, 8 for a zone'),
});

export const bringBody = z
  .strictObject({ centreId: z.uuid() })
  .meta({ id: 'BringToCentreBody', example: { centreId: '019aa1f2-7c00-7000-8000-000000000001' } });

export const gatheredQuery = pageQuery.extend({
  state: z.enum(['expected', 'here']).default('here').describe('expected: its maker has said that she brings it'),
});

export const gatheredParcel = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(centreParcelStates.names as [CentreParcelState]),
    since: z.iso.datetime(),
    maker: z.string(),
    parcelState: z
      .enum(shipmentStates.names as [ShipmentState])
      .describe('cancelled: it was called off, and goes back to its maker'),
    mustWait: z.boolean().describe('it may not leave now, and you will see here when it may'),
    courier: z.string().nullable().describe('who was booked for it; null: you give the number when you hand it over'),
    trackingNumber: z.string().nullable().describe('the number on its label'),
    toPincode: z.string(),
    grams: z.int(),
    collect: moneySchema.describe('what its courier takes at the door'),
  })
  .meta({ id: 'GatheredParcel' });
export const viewOfGathered = (parcel: GatheredParcel): z.input<typeof gatheredParcel> => ({
  id: parcel.id,
  state: parcel.state,
  since: parcel.state_since.toISOString(),
  maker: parcel.maker,
  parcelState: parcel.parcel_state,
  mustWait: parcel.is_held,
  courier: parcel.courier,
  trackingNumber: parcel.awb,
  toPincode: parcel.to_pincode,
  grams: parcel.weight_g,
  collect: money(parcel.cash_paise),
});

export const manifestBody = z
  .strictObject({
    carrier: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} .&-]{0,59}$/u)
      .describe('the courier that was booked, by its name in the list, or another carrier'),
    parcels: z
      .array(
        z.strictObject({
          id: z.uuid(),
          trackingNumber: z
            .string()
            .regex(/^[A-Z0-9-]{6,30}$/)
            .optional()
            .describe('of a carrier that was not booked for it'),
        }),
      )
      .min(1)
      .max(manifest_max),
  })
  .meta({
    id: 'ManifestBody',
    example: { carrier: 'courier', parcels: [{ id: '019aa1f2-7c00-7000-8000-000000000002' }] },
  });
export const madeManifest = z
  .strictObject({ id: z.uuid() })
  .meta({ id: 'MadeManifest', example: { id: '019aa1f2-7c00-7000-8000-000000000003' } });

export const listedManifest = z
  .strictObject({
    id: z.uuid(),
    carrier: z.string(),
    handedOverAt: z.iso.datetime(),
    parcels: z.int().describe('how many left with it'),
  })
  .meta({ id: 'Manifest' });
export const viewOfManifest = (one: ListedManifest): z.input<typeof listedManifest> => ({
  id: one.id,
  carrier: one.carrier,
  handedOverAt: one.handed_over_at.toISOString(),
  parcels: one.parcels,
});
