import { z } from 'zod';
import { defineConfig } from '#platform/config';
import type { UnitOfWork } from '#platform/database';
import type { BankAdvices } from '../data/bank-advices.repository.js';
import type { Beneficiaries } from '../data/beneficiaries.repository.js';
import type { PayoutProvider } from '../ports/payout-provider.js';
import { BankFilePayoutProvider } from './bank-file.js';
import { BankPayoutProvider } from './bank.js';
import type { StripeAccess } from './stripe-client.js';
import { StripeConnectPayoutProvider } from './stripe-connect.js';
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
      PAYOUT_PROVIDER: z
        .enum(['bank', 'bank-file', 'stripe-connect'])
        .default('bank')
        .describe(
          'how makers are paid: by the bank’s interface, by files officers carry to it, or by accounts at the payment provider',
        ),
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
      if (given.PAYOUT_PROVIDER === 'bank' && given.BANK_URL === undefined) missing('BANK_URL');
      for (const name of ['STRIPE_API_BASE', 'BANK_URL'] as const) {
        const message = 'production uses no simulator';
        if (loopback.test(given[name] ?? '')) check.addIssue({ code: 'custom', path: [name], message });
      }
    }),
);

/** The payment provider the settings name. */
export function openPaymentProvider(): StripePaymentProvider {
  const settings = providerSettings();
  return new StripePaymentProvider({
    ...stripeAccess(),
    webhookSecrets: settings.STRIPE_WEBHOOK_SECRET ?? [settings.SIMULATORS_WEBHOOK_SECRET],
    accountId: settings.STRIPE_ACCOUNT_ID,
  });
}

function stripeAccess(): StripeAccess {
  const settings = providerSettings();
  const isReal = settings.STRIPE_SECRET_KEY !== undefined;
  return {
    secretKey: settings.STRIPE_SECRET_KEY ?? settings.SIMULATORS_KEY,
    apiBase: settings.STRIPE_API_BASE ?? (isReal ? undefined : `http://127.0.0.1:${settings.SIMULATORS_PORT}`),
  };
}

/** Payouts that went by file, whatever the settings say now: the bank's answers are here. */
export function openFilePayouts(
  work: UnitOfWork,
  beneficiaries: Beneficiaries,
  advices: BankAdvices,
): BankFilePayoutProvider {
  return new BankFilePayoutProvider(work, beneficiaries, advices);
}

/** Who pays makers, as the settings say. */
export function openPayoutProvider(
  work: UnitOfWork,
  beneficiaries: Beneficiaries,
  advices: BankAdvices,
): PayoutProvider {
  const settings = providerSettings();
  switch (settings.PAYOUT_PROVIDER) {
    case 'bank-file':
      return openFilePayouts(work, beneficiaries, advices);
    case 'stripe-connect':
      return new StripeConnectPayoutProvider(stripeAccess(), work, beneficiaries);
    case 'bank':
      return new BankPayoutProvider({
        baseUrl: settings.BANK_URL ?? `http://127.0.0.1:${settings.SIMULATORS_PORT}/bank`,
        apiKey: settings.BANK_KEY ?? settings.SIMULATORS_KEY,
      });
  }
}
