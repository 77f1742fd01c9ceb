import { z } from 'zod';
import { defineConfig } from '#platform/config';

const commaList = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

export const httpConfig = defineConfig(
  z.object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('HTTP port'),
    HOST: z.string().min(1).default('0.0.0.0').describe('address the HTTP port listens on'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('address by which people reach this service, for links'),
    SHOP_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'address of the shop’s own pages, for feeds, search engines and messages; without it they are sent to this service',
      ),
    SECURITY_CONTACT: z
      .string()
      .regex(/^(mailto:|https:|tel:)\S+$/, 'expected a mailto:, https: or tel: address')
      .default('mailto:security@odop-bazaar.example')
      .describe('whom to tell about a weakness'),
    STOP_GRACE_MS: z.coerce
      .number()
      .int()
      .min(0)
      .max(20_000)
      .default(500)
      .describe('how long new requests are still answered after a stop was asked for'),
    HEADERS_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(100)
      .max(10_000)
      .default(10_000)
      .describe('how long the headers of a request may take to arrive'),
    REQUEST_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(100)
      .max(30_000)
      .default(30_000)
      .describe('how long a whole request may take to arrive'),
    MAX_IN_FLIGHT: z.coerce.number().int().min(1).default(250).describe('requests under way before more are refused'),
    MAX_EVENT_LOOP_DELAY_MS: z.coerce
      .number()
      .int()
      .min(0)
      .default(1000)
      .describe('event loop delay that refuses requests; 0 = none does'),
    MAX_HEAP_MB: z.coerce.number().int().min(64).default(1024).describe('JavaScript memory that refuses requests'),
    CORS_ORIGINS: commaList.describe('origins whose pages may call with credentials, separated by commas'),
    TRUSTED_PROXIES: commaList.describe('addresses or networks whose X-Forwarded-For is believed, separated by commas'),
  }),
);

/** The address before every link we give out, without a slash at its end. */
export const publicUrl = (): string =>
  (httpConfig().PUBLIC_URL ?? `http://localhost:${httpConfig().PORT}`).replace(/\/$/, '');
