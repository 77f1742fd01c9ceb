import { z } from 'zod';
import { defineConfig, isProduction, simulatedKey, simulatorOf } from '#platform/config';

/** The government payer's rail; without settings the simulator of a trial installation, which production refuses (S-62). */
export const procurementConfig = defineConfig(
  z
    .object({
      FUNDS_RAIL_URL: z
        .url()
        .prefault(() => simulatorOf('pfms'))
        .describe('address of the government payer’s service'),
      FUNDS_RAIL_KEY: z.string().min(1).default(simulatedKey).describe('key shown to it'),
    })
    .refine((set) => !isProduction() || set.FUNDS_RAIL_KEY !== simulatedKey, {
      path: ['FUNDS_RAIL_KEY'],
      message: 'production needs a real payer’s rail',
    }),
);
