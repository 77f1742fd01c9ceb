import { z } from 'zod';
import { defineConfig, isProduction, simulatedKey, simulatorOf } from '#platform/config';

/** The courier; without settings the simulator of a trial installation, which production refuses (S-62). */
export const fulfilmentConfig = defineConfig(
  z
    .object({
      COURIER_URL: z
        .url()
        .prefault(() => simulatorOf('courier'))
        .describe('address of the courier company’s service'),
      COURIER_KEY: z.string().min(1).default(simulatedKey).describe('key shown to the courier'),
      COURIER_WEBHOOK_SECRETS: z
        .string()
        .default('whsec_c2ltdWxhdGVk')
        .transform((text) => text.split(',').map((secret) => secret.trim()))
        .pipe(
          z
            .array(z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'write whsec_ and base64, two with a comma between'))
            .max(2),
        )
        .describe('secrets of the courier’s notices, the new and the old one'),
    })
    .refine((set) => !isProduction() || set.COURIER_KEY !== simulatedKey, {
      path: ['COURIER_KEY'],
      message: 'production needs a real courier',
    }),
);
