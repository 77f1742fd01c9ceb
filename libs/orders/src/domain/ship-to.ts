import { z } from 'zod';

/** Where and to whom a parcel goes. */
export const shipToSchema = z.object({
  name: z.string(),
  mobile: z.string(),
  street: z.string(),
  pincode: z.string(),
});
export type ShipTo = z.infer<typeof shipToSchema>;

/** Where the parcels go: the place of supply of what is sent to a shopper. */
export interface Destination {
  pincode: string;
  /** `IN-UP` */
  stateCode: string;
}
