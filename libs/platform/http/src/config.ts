import { z } from 'zod';
import { defineConfig } from '#platform/config';

export const httpConfig = defineConfig(
  z.object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('HTTP port'),
    HOST: z.string().min(1).default('0.0.0.0').describe('address the HTTP port listens on'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('address by which people reach this service, for links'),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      )
      .describe('addresses or networks whose X-Forwarded-For is believed, separated by commas'),
  }),
);

/** The address before every link we give out, without a slash at its end. */
export const publicUrl = (): string =>
  (httpConfig().PUBLIC_URL ?? `http://localhost:${httpConfig().PORT}`).replace(/\/+$/, '');
