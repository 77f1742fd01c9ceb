import { z } from 'zod';
import { defineConfig } from '#platform/config';
import { BankPayoutProvider } from './bank.js';
import { StripePaymentProvider } from './stripe.js';

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/;

/** Who takes and who pays out the money. Without settings: the simulators of this machine, never in production. */
const providerSettings = defineConfig(
  z
    .object({
      NODE_ENV: z.string().default('development').describe('kind of installation'),
      SIMULATORS_PORT: z.string().default('3003').describe('port of the simulators'),
      SIMULATORS_KEY: z.string().default('sk_test_simulated').describe('key the simulators ask for'),
      SIMULATORS_WEBHOOK_SECRET: z.string().default('whsec_c2ltdWxhdGVk').describe('secret the simulators sign with'),
      STRIPE_SECRET_KEY: z.string().min(1).optional().describe('secret key of the payment provider'),
      STRIPE_WEBHOOK_SECRET: z
        .string()
        .transform((text) => text.split(',').map((secret) => secret.trim()))
        .pipe(z.array(z.string().min(8)).min(1).max(2))
        .optional()
        .describe('secret of the payment provider’s notices; two, with a comma, while it is being changed'),
      STRIPE_ACCOUNT_ID: z.string().min(1).optional().describe('our account at the payment provider'),
      STRIPE_API_BASE: z.url().optional().describe('another address of the payment provider than its own'),
      BANK_URL: z.url().optional().describe('address of the payout bank’s interface'),
      BANK_KEY: z.string().min(1).optional().describe('key of the payout bank'),
    })
    .superRefine((given, check) => {
      const missing = (name: string) =>
        check.addIssue({ code: 'custom', path: [name], message: 'production needs it' });
      if (given.STRIPE_SECRET_KEY !== undefined && given.STRIPE_WEBHOOK_SECRET === undefined) {
        check.addIssue({ code: 'custom', path: ['STRIPE_WEBHOOK_SECRET'], message: 'it belongs to the secret key' });
      }
      if (given.BANK_URL !== undefined && given.BANK_KEY === undefined) {
        check.addIssue({ code: 'custom', path: ['BANK_KEY'], message: 'it belongs to the address of the bank' });
      }
      if (given.NODE_ENV !== 'production') return;
      if (given.STRIPE_SECRET_KEY === undefined) missing('STRIPE_SECRET_KEY');
      if (given.BANK_URL === undefined) missing('BANK_URL');
      for (const name of ['STRIPE_API_BASE', 'BANK_URL'] as const) {
        const message = 'production uses no simulator';
        if (loopback.test(given[name] ?? '')) check.addIssue({ code: 'custom', path: [name], message });
      }
    }),
);

/** The payment provider the settings name. */
export function openPaymentProvider(): StripePaymentProvider {
  const settings = providerSettings();
  const real = settings.STRIPE_SECRET_KEY !== undefined;
  return new StripePaymentProvider({
    secretKey: settings.STRIPE_SECRET_KEY ?? settings.SIMULATORS_KEY,
    webhookSecrets: settings.STRIPE_WEBHOOK_SECRET ?? [settings.SIMULATORS_WEBHOOK_SECRET],
    accountId: settings.STRIPE_ACCOUNT_ID,
    apiBase: settings.STRIPE_API_BASE ?? (real ? undefined : `http://127.0.0.1:${settings.SIMULATORS_PORT}`),
  });
}

/** The payout bank the settings name. */
export function openPayoutProvider(): BankPayoutProvider {
  const settings = providerSettings();
  return new BankPayoutProvider({
    baseUrl: settings.BANK_URL ?? `http://127.0.0.1:${settings.SIMULATORS_PORT}/bank`,
    apiKey: settings.BANK_KEY ?? settings.SIMULATORS_KEY,
  });
}
