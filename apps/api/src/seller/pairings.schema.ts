import { z } from 'zod';
import { pairedInput, type Offer, type PairingLine } from '#catalogue';
import { freeText } from '#platform/identifiers';
import { money, moneySchema } from '#platform/money';

const shop = z.strictObject({ id: z.uuid(), name: z.string() });

const pairing = z
  .strictObject({
    listingId: z.uuid(),
    title: z.string(),
    maker: shop,
    seller: shop.describe('who sells it beside the maker'),
    pairedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    endedBy: z.enum(['maker', 'reseller']).nullable(),
    reason: z.string().nullable().describe('why the maker ended it'),
  })
  .meta({ id: 'Pairing' });
export const pairings = z.strictObject({ items: z.array(pairing).max(200) }).meta({ id: 'Pairings' });

export const ownPairing = pairing
  .extend({
    offers: z
      .array(
        z.strictObject({
          id: z.uuid(),
          label: z.string(),
          price: moneySchema,
          mrp: moneySchema,
          leadDays: z.int(),
          onHand: z.int(),
          reserved: z.int(),
          isWithdrawn: z.boolean(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'OwnPairing' });

export const pairingBody = z.strictObject({ offers: z.array(pairedInput).min(1).max(20) }).meta({
  id: 'PairingOffers',
  example: { offers: [{ label: 'natural', price: { paise: 150000, currency: 'INR' }, stock: 4, leadDays: 3 }] },
});
export const pairingEndBody = z
  .strictObject({ reason: freeText(300).describe('for the reseller to read') })
  .meta({ id: 'PairingEnd' });

export const viewOfPairing = (row: PairingLine): z.input<typeof pairing> => ({
  listingId: row.listing_id,
  title: row.title,
  maker: { id: row.maker_id, name: row.maker_name },
  seller: { id: row.seller_id, name: row.seller_name },
  pairedAt: row.paired_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  endedBy: row.ended_by,
  reason: row.reason,
});

export const viewOfOwnPairing = (row: PairingLine, offers: readonly Offer[]): z.input<typeof ownPairing> => ({
  ...viewOfPairing(row),
  offers: offers.slice(0, 100).map((offer) => ({
    id: offer.id,
    label: offer.label,
    price: money(offer.price_paise),
    mrp: money(offer.mrp_paise),
    leadDays: offer.lead_days,
    onHand: offer.on_hand,
    reserved: offer.reserved,
    isWithdrawn: offer.is_withdrawn,
  })),
});
