import { z } from 'zod';
import { defineConfig } from './define-config.js';

/** What every process needs to know about where it runs. */
export const environment = defineConfig(
  z.object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('kind of installation'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
      .default('info')
      .describe('least level logged'),
  }),
);

export const isProduction = (): boolean => environment().NODE_ENV === 'production';
