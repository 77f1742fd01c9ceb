import { z } from 'zod';
import { defineConfig, environment } from '#platform/config';

export const identityConfig = defineConfig(
  z.object({
    TOKEN_ISSUER: z.string().min(1).max(200).default('odop-bazaar').describe('iss of our access tokens'),
    TOKEN_AUDIENCE: z.string().min(1).max(200).default('odop-bazaar-api').describe('aud of our access tokens'),
    OTP_PREFIX_DAY_MAX: z.coerce.number().int().min(1).default(500).describe('codes per day to numbers of one series'),
    OTP_NUMBER_DAY_MAX: z.coerce.number().int().min(3).default(20).describe('codes per day to one number or mailbox'),
    OFFICIAL_MAIL_DOMAINS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((part) => part.trim().toLowerCase())
          .filter((part) => part !== ''),
      )
      .describe('mail domains of government officers besides gov.in and nic.in, separated by commas (R-2.4)'),
  }),
);

/** The middle of an API key: a key of one kind of installation is no key of another. */
export const environmentTag = (): 'live' | 'test' | 'dev' =>
  (({ production: 'live', test: 'test', development: 'dev' }) as const)[environment().NODE_ENV];
