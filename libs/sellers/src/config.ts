import { z } from 'zod';
import { defineConfig, isProduction, simulatedKey, simulatorOf } from '#platform/config';

/** Where registers and the bank are asked about makers' papers: the built-in simulator unless set. */
export const registriesConfig = defineConfig(
  z.object({
    REGISTRIES_URL: z
      .url()
      .refine(
        (url) => !isProduction() || url !== simulatorOf('registries'),
        'production needs a real service, not the simulator',
      )
      .prefault(() => simulatorOf('registries'))
      .describe('service that asks the GST register and banks'),
    REGISTRIES_KEY: z.string().min(1).default(simulatedKey).describe('key shown to that service'),
  }),
);
