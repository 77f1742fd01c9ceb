import { z } from 'zod';
import { defineConfig, isProduction, simulatedKey, simulatorOf } from '#platform/config';

/** The couriers; without settings the simulators of a trial installation, which production refuses (S-62). */
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
      POSTAL_URL: z
        .url()
        .prefault(() => simulatorOf('postal'))
        .describe('address of the post’s service for parcels'),
      POSTAL_KEY: z.string().min(1).default(simulatedKey).describe('key shown to the post'),
    })
    .refine((set) => !isProduction() || set.COURIER_KEY !== simulatedKey, {
      path: ['COURIER_KEY'],
      message: 'production needs a real courier',
    })
    .refine((set) => !isProduction() || set.POSTAL_KEY !== simulatedKey, {
      path: ['POSTAL_KEY'],
      message: 'production needs the real post',
    }),
);
