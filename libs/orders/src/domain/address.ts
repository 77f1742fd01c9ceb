import { z } from 'zod';
import type { ShipTo } from './ship-to.js';

/** What is sealed of an address in the book. */
export const addressWords = z.object({
  /** Her own word for it; null: she gave none. */
  label: z.string().nullable(),
  name: z.string(),
  mobile: z.string(),
  street: z.string(),
  /** Of the business it is bought for. */
  gstin: z.string().optional(),
});
export type AddressWords = z.infer<typeof addressWords>;

/** An address as a shopper writes it into her book. */
export interface WrittenAddress extends AddressWords {
  pincode: string;
  /** The State she says it lies in, `IN-UP`; held against the directory. */
  stateCode: string;
  /** It becomes the one she mostly uses; else that stays as it was. */
  isDefault: boolean;
}

/** Where parcels shall go: written out, or an address of her book. */
export type SendTo = ShipTo | { addressId: string };
