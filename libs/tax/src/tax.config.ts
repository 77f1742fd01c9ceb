import { z } from 'zod';
import { defineConfig, isProduction, simulatedKey, simulatorOf } from '#platform/config';
import { readGstin } from '#platform/identifiers';

const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) });

/** The government's invoice portal, and the platform's own registration; without settings the simulator, which production refuses (S-62). */
export const taxConfig = defineConfig(
  z
    .object({
      IRP_URL: z
        .url()
        .prefault(() => simulatorOf('irp'))
        .describe('address of the invoice registration portal'),
      IRP_KEY: z.string().min(1).default(simulatedKey).describe('key shown to the portal'),
      IRP_KEY_SET: z
        .string()
        .optional()
        .transform((text) => (text === undefined ? null : (JSON.parse(text) as unknown)))
        .pipe(keySet.nullable())
        .describe('the portal’s public keys as a JSON Web Key Set; left out, a trial installation asks its simulator'),
      PLATFORM_GSTIN: z
        .string()
        .refine((text) => readGstin(text).ok, 'not a GSTIN')
        .optional()
        .describe('registration under which the platform collects tax at source'),
      PLATFORM_UPI: z
        .string()
        .regex(/^[a-zA-Z0-9._-]{2,64}@[a-zA-Z0-9]{2,64}$/)
        .optional()
        .describe('UPI address at which the platform is paid for makers, for the code on invoices that must bear one'),
    })
    .refine((set) => !isProduction() || (set.IRP_KEY !== simulatedKey && set.IRP_KEY_SET !== null), {
      path: ['IRP_KEY'],
      message: 'production needs the real portal and its public keys',
    }),
);
