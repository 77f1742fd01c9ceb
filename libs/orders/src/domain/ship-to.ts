import { z } from 'zod';

/** Where and to whom a parcel goes. */
export const shipToSchema = z.object({
  name: z.string(),
  mobile: z.string(),
  street: z.string(),
  pincode: z.string(),
  /** Of a business that buys: it stands on the invoices, and lies in the State the parcel goes to. */
  gstin: z.string().optional(),
});
export type ShipTo = z.infer<typeof shipToSchema>;

/** What makes a door the same one: its PIN code, and the letters and digits of its street, however they are written. */
export const doorOf = ({ pincode, street }: Pick<ShipTo, 'pincode' | 'street'>): [string, string] => [
  pincode,
  street
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ''),
];

/** Where the parcels go: the place of supply of what is sent to a shopper. */
export interface Destination {
  pincode: string;
  /** `IN-UP` */
  stateCode: string;
}
