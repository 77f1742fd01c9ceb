import { z } from 'zod';
import {
  countReasons,
  locations_max,
  movementKinds,
  type Movement,
  type StockLevel,
  type StockLocation,
} from '#catalogue';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { pincodeText } from '../public/names.schema.js';

const pieces = z.int().min(0).max(1_000_000);

export const locationBody = z
  .strictObject({ name: freeText(60).describe('your word for it'), pincode: pincodeText })
  .meta({ id: 'StockLocationWords', example: { name: 'Haat stall', pincode: '812001' } });

export const stockLocation = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    pincode: z.string(),
    district: z.string(),
    isFirst: z.boolean().describe('goods lie here when nobody says where; it stays'),
    onHand: z
      .int()
      .describe(
        'pieces of all your goods there: promised ones included, without those that are paid and wait to be sent',
      ),
    reserved: z.int().describe('pieces promised to buyers'),
  })
  .meta({ id: 'StockLocation' });
export const stockLocations = z
  .strictObject({ items: z.array(stockLocation).max(locations_max) })
  .meta({ id: 'StockLocations' });

export const stockCountBody = z
  .strictObject({
    onHand: pieces.describe(
      'pieces on the shelf: promised ones included, without those that are paid and wait to be sent',
    ),
    locationId: z.uuid().nullable().default(null).describe('the place you counted; null: all of them together'),
    reason: z.enum(countReasons).default('counted'),
    note: freeText(300).nullable().default(null),
  })
  .meta({ id: 'StockCount', example: { onHand: 12 } });

export const stockMoveBody = z
  .strictObject({ fromId: z.uuid(), toId: z.uuid(), pieces: pieces.min(1) })
  .meta({ id: 'StockMove' });

export const lowStockBody = z
  .strictObject({ pieces: pieces.nullable().describe('null: the number of the platform') })
  .meta({ id: 'LowStock', example: { pieces: 5 } });

export const offerStock = z
  .strictObject({
    onHand: z.int(),
    reserved: z.int(),
    lowStock: z.int().nullable().describe('with so many left you are told; null: the number of the platform'),
    places: z
      .array(
        z.strictObject({ locationId: z.uuid(), name: z.string(), onHand: z.int(), reserved: z.int(), free: z.int() }),
      )
      .max(locations_max),
  })
  .meta({ id: 'OfferStock' });

export const movementsQuery = pageQuery.omit({ count: true });
export const stockMovement = z
  .strictObject({
    id: z.uuid().describe('one act; goods that were moved have a line for each place'),
    location: z.strictObject({ id: z.uuid(), name: z.string() }),
    kind: z.enum(movementKinds),
    change: z.int().describe('pieces that came, or left (below zero)'),
    reason: z.enum(countReasons).nullable().describe('of your own counts'),
    note: z.string().nullable(),
    soldThrough: z.string().nullable().describe('the kind of sale: order is the shop, contract a public purchase'),
    at: z.iso.datetime(),
  })
  .meta({ id: 'StockMovement' });

export const viewOfLocation = (row: StockLocation): z.input<typeof stockLocation> => ({
  id: row.id,
  name: row.name,
  pincode: row.pincode,
  district: row.district_name,
  isFirst: row.is_first,
  onHand: row.on_hand,
  reserved: row.reserved,
});

export const viewOfOfferStock = (
  offer: { on_hand: number; reserved: number; low_stock: number | null },
  levels: readonly StockLevel[],
): z.input<typeof offerStock> => ({
  onHand: offer.on_hand,
  reserved: offer.reserved,
  lowStock: offer.low_stock,
  places: levels.map((level) => ({
    locationId: level.location_id,
    name: level.name,
    onHand: level.on_hand,
    reserved: level.reserved,
    free: level.on_hand - level.reserved,
  })),
});

export const viewOfMovement = (row: Movement): z.input<typeof stockMovement> => ({
  id: row.id,
  location: { id: row.location_id, name: row.name },
  kind: row.kind,
  change: row.change,
  reason: row.reason,
  note: row.note,
  soldThrough: row.cause_kind,
  at: row.at.toISOString(),
});
