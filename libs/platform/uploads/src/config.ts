import { z } from 'zod';
import { defineConfig, isProduction, simulatedKey, simulatorOf } from '#platform/config';

/** Which scanner looks at uploaded papers: the built-in simulator unless set. */
export const scannerConfig = defineConfig(
  z.object({
    SCANNER_URL: z
      .url()
      .refine(
        (url) => !isProduction() || url !== simulatorOf('scanner'),
        'production needs a real scanner, not the simulator',
      )
      .prefault(() => simulatorOf('scanner'))
      .describe('service that looks for viruses in uploaded files'),
    SCANNER_KEY: z.string().min(1).default(simulatedKey).describe('key shown to that service'),
  }),
);
