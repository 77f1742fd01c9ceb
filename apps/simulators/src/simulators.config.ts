import { z } from 'zod';
import { defineConfig } from '#platform/config';

/** Settings of the simulated outside world. The adapters use the same key and secret when they talk to it. */
export const simulatorsConfig = defineConfig(
  z.object({
    SIMULATORS_PORT: z.coerce.number().int().min(0).max(65_535).default(3003).describe('port of the simulators'),
    SIMULATORS_KEY: z.string().min(1).default('sk_test_simulated').describe('key that callers show'),
    SIMULATORS_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'write whsec_ and base64')
      .default('whsec_c2ltdWxhdGVk')
      .describe('secret that notices are signed with'),
    SIMULATORS_NOTIFY: z
      .url()
      .default(`http://127.0.0.1:${process.env['PORT'] ?? '3000'}`)
      .describe('where notices go, without the path'),
    SIMULATORS_DIR: z.string().min(1).default('.data/simulators').describe('folder they remember in'),
  }),
);
