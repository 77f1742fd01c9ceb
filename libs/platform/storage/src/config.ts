import { z } from 'zod';
import { defineConfig } from '#platform/config';

export const storageConfig = defineConfig(
  z.object({
    STORAGE_URL: z
      .string()
      .regex(/^file:./, 'write file: and a folder')
      .default('file:.data/media')
      .describe('where pictures and papers are kept'),
  }),
);
