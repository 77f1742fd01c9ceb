import { PaymentProviderSimulator } from '#platform/simulators';

/** Settings are read once per process, so each case loads the module afresh. */
const load = async (settings: Record<string, string>) => {
  jest.resetModules();
  const names = [
    'NODE_ENV',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'STRIPE_API_BASE',
    'BANK_URL',
    'BANK_KEY',
    'PAYOUT_PROVIDER',
  ];
  for (const name of names) delete process.env[name];
  Object.assign(process.env, settings);
  return import('../src/adapters/provider-settings.js');
};

const stripe = { STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_one' };
const bank = { BANK_URL: 'https://bank.example/api', BANK_KEY: 'key' };
const production = { NODE_ENV: 'production', ...stripe, ...bank };

describe('settings of the outside world', () => {
  const before = { ...process.env };
  afterAll(() => {
    process.env = before;
  });

  it.each([
    ['real providers in production', production, null],
    ['two secrets while one is changed', { ...production, STRIPE_WEBHOOK_SECRET: 'whsec_one, whsec_two' }, null],
    ['production without a provider', { NODE_ENV: 'production', ...bank }, 'STRIPE_SECRET_KEY'],
    ['production without a bank', { NODE_ENV: 'production', ...stripe }, 'BANK_URL'],
    ['no bank where files go to it', { NODE_ENV: 'production', ...stripe, PAYOUT_PROVIDER: 'bank-file' }, null],
    ['a way to pay nobody knows', { ...production, PAYOUT_PROVIDER: 'pigeon' }, 'PAYOUT_PROVIDER'],
    ['a simulator in production', { ...production, STRIPE_API_BASE: 'http://127.0.0.1:3003' }, 'STRIPE_API_BASE'],
    ['a simulated bank in production', { ...production, BANK_URL: 'http://localhost:3003/bank' }, 'BANK_URL'],
    ['a key without its secret', { STRIPE_SECRET_KEY: 'sk_test_x' }, 'STRIPE_WEBHOOK_SECRET'],
    ['a bank without its key', { BANK_URL: 'https://bank.example' }, 'BANK_KEY'],
  ])('%s', async (_, settings, wrong) => {
    const { openPaymentProvider } = await load(settings);
    if (wrong === null) expect(openPaymentProvider().name).toBe('stripe');
    else expect(openPaymentProvider).toThrow(`Setting ${wrong} `);
  });

  it.each(['bank', 'bank-file', 'stripe-connect'])('makers are paid by %s when the settings say so', async (name) => {
    const { openPayoutProvider } = await load({ ...production, PAYOUT_PROVIDER: name });
    expect(openPayoutProvider({} as never, {} as never, {} as never).name).toBe(name);
  });

  it('without settings the simulators of this machine answer', async () => {
    const simulator = new PaymentProviderSimulator();
    await simulator.start({ secretKey: 'sk_test_simulated', webhookSecret: 'whsec_c2ltdWxhdGVk' });
    const { openPaymentProvider } = await load({ SIMULATORS_PORT: String(simulator.port) });
    await expect(openPaymentProvider().retrieve('pi_none')).rejects.toMatchObject({ code: 'resource_missing' });
    await simulator.stop();
  });
});
