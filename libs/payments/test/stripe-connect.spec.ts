import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { StripeConnectPayoutProvider } from '../src/adapters/stripe-connect.js';
import { Beneficiaries } from '../src/data/beneficiaries.repository.js';
import { Reconcile } from '../src/index.js';
import type { ProviderPayout } from '../src/ports/payout-provider.js';
import { OutcomeUnknown, ProviderUnavailable } from '../src/ports/provider-errors.js';
import { goodAccount, Money } from './builders/money.js';

const secretKey = 'sk_test_money';

describe('R-8.1 R-8.2 R-8.3 payouts through accounts at the payment provider', () => {
  const money = new Money();
  beforeAll(() => money.open(undefined, 'stripe-connect'));
  afterEach(() => money.provider.faults.clear());
  afterAll(() => money.close());

  const as = <T>(work: () => Promise<T>) => money.app.asSystem(work);
  const adapter = (line: object = {}, apiBase = money.provider.url) =>
    new StripeConnectPayoutProvider(
      { secretKey, apiBase, line },
      money.app.get(UnitOfWork),
      money.app.get(Beneficiaries),
    );
  const transfers = () => money.provider.books.transfers.all();
  const payouts = () => money.provider.books.payouts.all();
  const settle = (payoutId: string, outcome: string) =>
    fetch(
      `${money.provider.url}/_control/payouts/${payouts().find((p) => p.metadata['payout_id'] === payoutId)!.id}/settle`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ outcome }),
      },
    );

  async function sent(accountNumber = goodAccount.accountNumber, connect = adapter()) {
    const payoutId = newId();
    const beneficiary = await as(() => connect.beneficiary({ ...goodAccount, accountNumber }, newId()));
    const order = { payoutId, beneficiary, amount_paise: 250_000n, narration: 'ODOP BAZAAR' };
    return { order, payoutId, beneficiary, answer: await as(() => connect.transfer(order)) };
  }

  test('an account is opened once for each maker, and paid with a reference', async () => {
    const [connect, ownerId] = [adapter(), newId()];
    const opened = await as(() => connect.beneficiary(goodAccount, ownerId));
    expect(opened).toMatch(/^acct_/);
    expect(await as(() => adapter().beneficiary(goodAccount, ownerId))).toBe(opened);
    expect(money.provider.calls('POST /v1/accounts')).toBe(1);
    const { payoutId, answer } = await sent();
    expect(answer).toMatchObject({ payoutId, status: 'paid', amount_paise: 250_000n, failure: null });
    expect(answer.utr).toMatch(/^SIMT/);
    expect(await as(() => connect.status(payoutId))).toEqual(answer);
    expect(await as(() => connect.status(newId()))).toBeNull();
  });

  test('S-7 dropped, broken and stored answers: one transfer, one payout, with keys of our row', async () => {
    const before = transfers().length;
    for (const route of ['POST /v1/transfers', 'POST /v1/payouts']) {
      money.provider.fault({ kind: 'drop_after', route, times: 1 });
      money.provider.fault({ kind: 'error_after', route, times: 1 });
    }
    const { payoutId, answer } = await sent();
    expect(answer).toMatchObject({ status: 'paid' });
    expect(transfers()).toHaveLength(before + 1);
    expect(payouts().filter((payout) => payout.metadata['payout_id'] === payoutId)).toHaveLength(1);
  });

  test('S-7 died between transfer and payout, and all keys forgotten: asked again, it goes on where it stood', async () => {
    money.provider.fault({ kind: 'error_before', route: 'POST /v1/payouts', status: 500 });
    const connect = adapter({ limit_ms: 250 });
    const beneficiary = await as(() => connect.beneficiary(goodAccount, newId()));
    const order = { payoutId: newId(), beneficiary, amount_paise: 100n, narration: 'ODOP BAZAAR' };
    await expect(as(() => connect.transfer(order))).rejects.toThrow(OutcomeUnknown);
    money.provider.faults.clear();
    money.provider.forgetKeys();
    expect(await as(() => adapter().status(order.payoutId))).toMatchObject({ status: 'paid' });
    money.provider.forgetKeys();
    expect(await as(() => adapter().status(order.payoutId))).toMatchObject({ status: 'paid' });
    const toIt = transfers().filter((transfer) => transfer.destination === beneficiary);
    expect([toIt.length, payouts().filter((payout) => payout.account === beneficiary).length]).toEqual([1, 1]);
  });

  test('refused: a closed account, a UPI address, an empty balance; nobody there', async () => {
    await expect(sent('123456789991')).rejects.toMatchObject({ code: 'bank_account_unusable' });
    const upi = { holder: 'Meena', vpa: 'meena@bank' };
    await expect(as(() => adapter().beneficiary(upi, newId()))).rejects.toMatchObject({ code: 'rail_not_offered' });
    money.provider.fault({ kind: 'balance_insufficient', times: 1 });
    await expect(sent()).rejects.toMatchObject({ name: 'ProviderRefused', code: 'balance_insufficient' });
    const nobody = adapter({ limit_ms: 200 }, 'http://127.0.0.1:9');
    await expect(as(() => nobody.status(newId()))).rejects.toThrow(ProviderUnavailable);
  });

  test('money her bank does not take comes back to us, once', async () => {
    const { payoutId, answer } = await sent('123456789992');
    expect(answer).toMatchObject({ status: 'returned', failure: 'account_frozen', utr: null });
    const transfer = () => transfers().find((each) => each.transfer_group === payoutId)!;
    expect(transfer()).toMatchObject({ reversed: true, amount_reversed: 250_000 });
    expect(await as(() => adapter().status(payoutId))).toMatchObject({ status: 'returned', failure: 'account_frozen' });
    expect(money.provider.calls('POST /v1/transfers/:id/reversals')).toBe(1);
  });

  test('what her bank has not got yet is called back; what it has is not', async () => {
    const waiting = await sent('123456789994');
    expect(waiting.answer).toMatchObject({ status: 'accepted', utr: null });
    expect(await as(() => adapter().reverse(waiting.payoutId))).toMatchObject({ status: 'reversed' });
    expect(await as(() => adapter().status(waiting.payoutId))).toMatchObject({ status: 'reversed' });
    const gone = await sent();
    await expect(as(() => adapter().reverse(gone.payoutId))).rejects.toMatchObject({ code: 'already_sent' });
    await expect(as(() => adapter().reverse(newId()))).rejects.toMatchObject({ code: 'no_such_payout' });
  });

  test('S-8 lists every transfer that is ours', async () => {
    const made = [await sent(), await sent('123456789994'), await sent('123456789992')];
    const listed = new Map<string, ProviderPayout>();
    await as(async () => {
      for await (const payout of adapter().listSince(new Date(Date.now() - 60_000)))
        listed.set(payout.payoutId, payout);
    });
    expect(made.map(({ payoutId }) => listed.get(payoutId)?.status)).toEqual(['paid', 'accepted', 'returned']);
  });

  test('R-8.7 from order to bank, and back when her bank returns it weeks later: owed again', async () => {
    const sellerId = newId();
    money.accounts.set(sellerId, { ...goodAccount, accountNumber: '123456789993' });
    const paid = await money.captured(50_000n);
    await money.payout(paid, 50_000n, { kind: 'order', id: newId() }, sellerId);
    await money.work();
    expect(await money.balance('seller_payable', sellerId)).toBe(0n);
    const mine = transfers().find((transfer) => transfer.amount === 50_000);
    const payoutId = mine!.metadata['payout_id']!;
    expect(await money.row('payout', payoutId)).toMatchObject({ state: 'paid' });
    expect((await settle(payoutId, 'failed')).status).toBe(200);
    await as(() => money.app.get(Reconcile).run('asked', { patience_s: 0 }));
    expect(await money.row('payout', payoutId)).toMatchObject({
      failure: 'account_closed',
      returned_at: expect.any(Date),
    });
    expect(await money.balance('seller_payable', sellerId)).toBe(50_000n);
    expect(transfers().find((each) => each.id === mine!.id)).toMatchObject({ reversed: true });
  });
});
