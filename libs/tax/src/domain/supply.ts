import type { GstStatus } from '#sellers';

/** Where goods begin and end in the eyes of the tax: within one State, or from one to another. */
export type Supply = 'intra' | 'inter';

/**
 * @param from  State of the registration the goods are sold under, `IN-UP`
 * @param to  State of the place of supply: where the movement to the recipient ends, or the principal place of who ordered it so
 * @rule 
 */
export const supplyBetween = (from: string, to: string): Supply => (from === to ? 'intra' : 'inter');

/** Union Territories without a legislature: their half of the tax has a name of its own. */
const ownNamed = new Set(['IN-AN', 'IN-CH', 'IN-DH', 'IN-LA', 'IN-LD']);

/** What the State's half of the tax is called on a document. @rule */
export const stateTaxName = (state: string): 'SGST' | 'UTGST' => (ownNamed.has(state) ? 'UTGST' : 'SGST');

/** Whether a maker charges tax: who is registered does, and nobody else. @rule   */
export const chargesTax = (status: GstStatus | null): boolean => status === 'registered';

/**
 * Whether a maker may sell to that State through the platform: beyond her own only when she is registered.
 * @rule  
 */
export const maySupply = (status: GstStatus | null, supply: Supply): boolean =>
  status === 'registered' || supply === 'intra';
