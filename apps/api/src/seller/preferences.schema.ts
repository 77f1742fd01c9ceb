import { z } from 'zod';
import { enterpriseSizes, preferenceFlags, proofRegisters, type Preference } from '#sellers';

export const preferenceCodeBody = z
  .strictObject({ register: z.enum(proofRegisters).describe('whose number is on the paper') })
  .meta({ id: 'PreferenceCode' });
export const askedPreferenceCode = z
  .strictObject({ proofId: z.uuid(), sentTo: z.string().describe('end of the mobile the register has on file') })
  .meta({ id: 'AskedPreferenceCode' });
export const preferenceProofBody = z
  .strictObject({ proofId: z.uuid(), code: z.string().regex(/^[0-9]{4,8}$/) })
  .meta({ id: 'PreferenceProof', example: { proofId: '01a204f2-0dc1-7d81-8b76-9c9d1ec5cf52', code: '482913' } });

const preference = z
  .strictObject({
    flag: z.enum(preferenceFlags),
    size: z.enum(enterpriseSizes).nullable(),
    source: z.enum(proofRegisters),
    verifiedAt: z.iso.datetime(),
    validTo: z.iso.date().describe('last day on which it holds'),
  })
  .meta({ id: 'Preference' });
export const preferenceList = z
  .strictObject({ items: z.array(preference).max(preferenceFlags.length * proofRegisters.length) })
  .meta({ id: 'Preferences' });

export const viewOfPreference = (row: Preference): z.input<typeof preference> => ({
  flag: row.flag,
  size: row.size,
  source: row.source,
  verifiedAt: row.verified_at.toISOString(),
  validTo: row.valid_to,
});
