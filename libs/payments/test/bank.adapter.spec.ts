import { newId } from '#platform/kernel';
import { BankSimulator } from '#platform/simulators';
import { BankPayoutProvider } from '../src/adapters/bank.js';
import { OutcomeUnknown, ProviderRefused, ProviderUnavailable } from '../src/ports/provider-errors.js';

const apiKey = 'bank-key';
const account = { holder: 'Kosi Tussar Weavers', accountNumber: '123456780001', ifsc: 'SIMB0000001' };

describe('Bank adapter against the simulator', () => {
  let simulator: BankSimulator;
  let bank: BankPayoutProvider;

  const adapter = (line: object = {}) => new BankPayoutProvider({ baseUrl: simulator.url, apiKey, line });
  const transfer = async (payoutId = newId(), accountNumber = account.accountNumber) => {
    const beneficiary = await bank.beneficiary({ ...account, accountNumber });
    return bank.transfer({ payoutId, beneficiary, amount_paise: 250_000n, narration: 'ODOP BAZAAR' });
  };

  beforeEach(async () => {
    simulator = new BankSimulator();
    await simulator.start({ secretKey: apiKey });
    bank = adapter();
  });
  afterEach(() => simulator.stop());

  it('R-8.2 registers an account once and pays it with a reference', async () => {
    expect(await bank.beneficiary(account)).toBe(await bank.beneficiary(account));
    const payoutId = newId();
    const paid = await transfer(payoutId);
    expect(paid).toMatchObject({ payoutId, status: 'paid', amount_paise: 250_000n, failure: null });
    expect(paid.utr).toMatch(/^SIMBN/);
    expect(await bank.status(payoutId)).toEqual(paid);
    expect(await bank.status(newId())).toBeNull();
  });

  it('S-7 dropped and broken answers: retried with the same key, paid once', async () => {
    simulator.fault({ kind: 'drop_after', route: 'POST /payouts', times: 1 });
    simulator.fault({ kind: 'error_after', route: 'POST /payouts', times: 1 });
    expect(await transfer()).toMatchObject({ status: 'paid' });
    expect(simulator.payouts()).toHaveLength(1);
  });

  it('S-7 no answer leaves the outcome unknown until the bank is asked', async () => {
    const beneficiary = await bank.beneficiary(account);
    bank = adapter({ limit_ms: 150 });
    simulator.fault({ kind: 'slow_answer', delay_ms: 5_000, route: 'POST /payouts', times: 1 });
    const order = { payoutId: newId(), beneficiary, amount_paise: 1n, narration: 'ODOP BAZAAR' };
    await expect(bank.transfer(order)).rejects.toThrow(OutcomeUnknown);
    expect(await bank.status(order.payoutId)).toMatchObject({ status: 'paid' });
  });

  it('S-7 nobody there, or not us: nothing was done', async () => {
    const stranger = new BankPayoutProvider({ baseUrl: simulator.url, apiKey: 'wrong' });
    await expect(stranger.beneficiary(account)).rejects.toThrow(ProviderUnavailable);
    const closed = new BankSimulator();
    await closed.start({ secretKey: apiKey });
    const nobody = new BankPayoutProvider({ baseUrl: closed.url, apiKey, line: { limit_ms: 300 } });
    await closed.stop();
    const order = { payoutId: newId(), beneficiary: 'bene_1', amount_paise: 1n, narration: '' };
    await expect(nobody.transfer(order)).rejects.toThrow(ProviderUnavailable);
  });

  it.each([
    ['123456789992', { status: 'failed', failure: 'account_frozen', utr: null }],
    ['123456789993', { status: 'returned', failure: 'account_closed' }],
    ['123456789994', { status: 'accepted', failure: null, utr: null }],
  ])('account %s', async (accountNumber, expected) => {
    expect(await transfer(newId(), accountNumber)).toMatchObject(expected);
  });

  it('refuses closed accounts and an empty escrow in the bank’s own words', async () => {
    await expect(transfer(newId(), '123456789991')).rejects.toMatchObject({ code: 'account_closed' });
    simulator.fault({ kind: 'insufficient_funds', times: 1 });
    await expect(transfer()).rejects.toMatchObject({ name: 'ProviderRefused', code: 'insufficient_funds' });
  });

  it('calls back what has not left, and nothing else', async () => {
    simulator.fault({ kind: 'payout_later', times: 1 });
    const [waiting, gone] = [await transfer(), await transfer()];
    expect(await bank.reverse(waiting.payoutId)).toMatchObject({ status: 'reversed' });
    await expect(bank.reverse(gone.payoutId)).rejects.toMatchObject({ code: 'already_sent' });
    await expect(bank.reverse(newId())).rejects.toThrow(ProviderRefused);
  });

  it('S-8 lists what changed, over many pages', async () => {
    const since = new Date();
    for (let i = 0; i < 55; i += 1) await transfer();
    const listed = [];
    for await (const payout of bank.listSince(since)) listed.push(payout.payoutId);
    expect(new Set(listed).size).toBe(55);
  });
});
