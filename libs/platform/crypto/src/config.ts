import { z } from 'zod';
import { defineConfig } from '#platform/config';

export const cryptoConfig = defineConfig(
  z.object({
    MASTER_KEY_FILE: z
      .string()
      .min(1)
      .optional()
      .describe('file with the master key; made in .data/ outside production, required there'),
  }),
);

/** Where a key is made when no file is named. */
export const defaultMasterKeyFile = '.data/master.key';
