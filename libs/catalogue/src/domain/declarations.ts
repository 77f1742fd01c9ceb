import { z } from 'zod';
import { plainText } from './plain-text.js';

/** Who answers for the pack, and whom a buyer asks. @rule */
export const declarations = z
  .strictObject({
    madeBy: z
      .strictObject({
        role: z.enum(['manufacturer', 'packer', 'importer']),
        name: plainText(120),
        address: plainText(300),
      })
      .nullable()
      .default(null)
      .describe('null: you make and pack it yourself, at the place of your shop'),
    consumerCare: z
      .strictObject({
        phone: z
          .string()
          .regex(/^[0-9]{10,11}$/, 'Expected ten or eleven digits')
          .meta({ examples: ['1800123456'] })
          .nullable()
          .default(null),
        email: z.email().max(120).nullable().default(null),
      })
      .refine((care) => care.phone !== null || care.email !== null, 'a number or an address')
      .nullable()
      .default(null)
      .describe('shown to every buyer'),
  })
  .meta({ id: 'Declarations' });
export type Declarations = z.infer<typeof declarations>;
export const noDeclarations: Declarations = { madeBy: null, consumerCare: null };

export const certificationKinds = [
  ...(['bis', 'handloom_mark', 'india_handloom', 'silk_mark', 'wool_mark', 'khadi_mark', 'craft_mark'] as const),
  ...(['agmark', 'organic_india', 'npop', 'hallmark', 'tribes_india', 'other'] as const),
] as const;
/** A mark the goods carry, by its number: what an officer and a buyer can look up. @rule */
export const certification = z
  .strictObject({
    kind: z.enum(certificationKinds),
    number: plainText(60),
    validTo: z.iso.date().nullable().default(null).describe('last day it holds; null: without an end'),
  })
  .meta({ id: 'Certification' });
export type Certification = z.infer<typeof certification>;

/** Whether goods carry a mark on a legal day. */
export const carries = (all: readonly Certification[], kind: Certification['kind'], today: string): boolean =>
  all.some((one) => one.kind === kind && (one.validTo === null || one.validTo >= today));

/** What is missing before the pack says what the law asks. @rule  */
export function missingDeclarations(goods: { country_of_origin: string; declarations: Declarations }): string[] {
  const { madeBy, consumerCare } = goods.declarations;
  const isImported = goods.country_of_origin !== 'IN';
  return [
    ...(consumerCare === null ? ['a telephone number or e-mail address for buyers’ questions'] : []),
    ...(isImported && madeBy?.role !== 'importer' ? ['name and address of the importer'] : []),
  ];
}

/**
 * Toys need the licence of the quality order, unless they are handmade by an artisan known to the handicrafts office, or
 * carry a registered GI.
 * @rule
 */
export function isToyProved(toy: {
  handmade: string;
  sellerClass: string;
  isGi: boolean;
  certifications: readonly Certification[];
  today: string;
}): boolean {
  const isCraft = toy.handmade === 'handmade' && toy.sellerClass === 'artisan';
  return isCraft || toy.isGi || carries(toy.certifications, 'bis', toy.today);
}
