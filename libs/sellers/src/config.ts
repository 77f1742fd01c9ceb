import { z } from 'zod';
import { defineConfig, isProduction } from '#platform/config';

const simulator = `http://127.0.0.1:${process.env['SIMULATORS_PORT'] ?? '3003'}/registries`;

/** Where registers and the bank are asked about makers' papers: the built-in simulator unless set. */
export const registriesConfig = defineConfig(
  z.object({
    REGISTRIES_URL: z
      .url()
      .refine((url) => !isProduction() || url !== simulator, 'production needs a real service, not the simulator')
      .prefault(simulator)
      .describe('service that asks the GST register and banks'),
    REGISTRIES_KEY: z.string().min(1).default('sk_test_simulated').describe('key shown to that service'),
  }),
);
