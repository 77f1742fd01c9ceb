import { DataSource } from 'typeorm';
import { z } from 'zod';
import { newId } from '#platform/kernel';
import { asOwner, freshDatabase, frozenClock, personActor } from '#platform/testing';
import { SellersQuery } from '#sellers';
import { BankAdvices } from '../src/data/bank-advices.repository.js';
import { OldPayoutsFindTheirRoad1795000090410 } from '../src/data/migrations/1795000090410-old-payouts-find-their-road.js';
import { responseOf } from '../src/domain/bank-file.js';
import {
  CheckPayout,
  CheckRefund,
  CollectCash,
  fileNumberOf,
  MakePayoutFile,
  NameRefundAccount,
  PayoutFiles,
  ReleasePayoutFile,
  RequestPayment,
  SendPayout,
  SendRefund,
  TakeBankResponse,
} from '../src/index.js';
import type { PayoutProvider } from '../src/ports/payout-provider.js';
import { PAYOUT_PROVIDER } from '../src/ports/tokens.js';
import { goodAccount, Money } from './builders/money.js';

describe('S-9 who was asked first pays it out', () => {
  const money = new Money();
  beforeAll(async () => {
    await money.open(undefined, 'bank-file');
    money.app.get(SellersQuery).byId = () => Promise.resolve({} as never);
  });
  beforeEach(() => frozenClock.at(new Date()));
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const system = <T>(work: () => Promise<T>) => money.app.asSystem(work);
  const adviceOf = (key: string) => money.tx((tx) => money.app.get(BankAdvices).find(tx, key));
  const isAskedFirst = (provider: string, key: string) =>
    asOwner(
      `insert into payments.payout_road values ($1, $2, platform.now()) on conflict (key) do update set provider = $2`,
      [key, provider],
    );
  async function scheduled(): Promise<{ id: string; sellerId: string }> {
    const sellerId = newId();
    money.accounts.set(sellerId, goodAccount);
    await money.payout(await money.captured(50_000n), 50_000n, { kind: 'order', id: newId() }, sellerId);
    const sql = `select id from payments.payout where seller_id = $1`;
    const row = await money.tx((tx) => tx.maybe(z.object({ id: z.uuid() }), sql, [sellerId]));
    return { id: row!.id, sellerId };
  }

  test('R-8.7 the settings name another: the payout waits, and goes on by itself when they name the first again', async () => {
    const { id } = await scheduled();
    await isAskedFirst('bank', id);
    for (let round = 0; round < 2; round++) {
      await system(() => money.app.get(SendPayout).run({ payoutId: id }));
      expect(await money.row('payout', id)).toMatchObject({ state: 'scheduled', check_at: expect.any(Date) });
      expect(await adviceOf(id)).toBeNull();
      await frozenClock.later(601);
      await system(() => money.app.get(CheckPayout).run(id));
    }
    await isAskedFirst('bank-file', id);
    await money.work();
    expect(await money.row('payout', id)).toMatchObject({ state: 'sent' });
    expect(await adviceOf(id)).toMatchObject({ status: 'waiting' });
  });

  test('R-8.6 so does a refund of cash', async () => {
    const [cause, sale, payerId] = [newId(), newId(), newId()];
    const of = { kind: 'checkout', id: cause } as const;
    const door = { cause: { kind: 'order', id: sale } as const, amount_paise: 20_000n };
    const wanted = { cause: of, payerId, amount_paise: 20_000n, description: 'test', atTheDoor: [door] };
    const { paymentId } = await money.tx((tx) => money.app.get(RequestPayment).inside(tx, wanted));
    await system(() => money.app.get(CollectCash).run(door.cause, 20_000n));
    await money.tx((tx) => money.app.get(NameRefundAccount).inside(tx, of, goodAccount));
    const refundId = await money.refund({ paymentId, cause: of, payerId, amount_paise: 20_000n }, 20_000n);
    await isAskedFirst('bank', refundId);
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'requested', check_at: expect.any(Date) });
    await isAskedFirst('bank-file', refundId);
    await frozenClock.later(601);
    await system(() => money.app.get(CheckRefund).run(refundId));
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', provider_id: refundId });
    // Its way there is followed only while the settings name that one.
    await isAskedFirst('bank', refundId);
    await system(() => money.app.get(SendRefund).run({ refundId }));
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', check_at: expect.any(Date) });
  });

  test('R-8.7 S-8 what came back of a file is owed again, also when the settings name another by then', async () => {
    const { id, sellerId } = await scheduled();
    await money.work();
    const [maker, checker] = [1, 2].map(() => personActor({ label: 'payments desk', secondFactorAt: new Date() }));
    const fileId = await money.app.as(maker!, () => money.app.get(MakePayoutFile).run());
    await money.app.as(checker!, () => money.app.get(ReleasePayoutFile).run(fileId));
    const number = await money.tx(async (tx) => fileNumberOf(await money.app.get(PayoutFiles).lock(tx, fileId)));
    const says = { key: id, amount_paise: 50_000n, utr: 'SIMBN7' };
    const takes = (line: Parameters<typeof responseOf>[1][number]) =>
      money.app.as(maker!, () => money.app.get(TakeBankResponse).run(responseOf(number, [line])));
    await takes({ ...says, status: 'paid', reason: null });
    await money.work();
    expect(await money.row('payout', id)).toMatchObject({ state: 'paid' });
    const other = jest.spyOn(money.app.get(PAYOUT_PROVIDER as never) as PayoutProvider, 'status');
    other.mockResolvedValue(null); // who is named now knows nothing of it
    await takes({ ...says, status: 'returned', reason: 'account_closed' });
    await money.work();
    other.mockRestore();
    expect(await money.row('payout', id)).toMatchObject({ returned_at: expect.any(Date) });
    expect(await money.balance('seller_payable', sellerId)).toBe(50_000n);
  });
});

describe('S-9 payouts of before roads were kept', () => {
  test('go by the file they stand in; where nobody can know, by who is asked first', async () => {
    const database = await freshDatabase();
    const source = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select set_config('odop.scope', 'system', true)`);
    const before = '2026-11-01T10:00:00.000123Z';
    const roads = async () =>
      Object.fromEntries(
        (
          (await runner.query(`select key, provider from payments.payout_road`)) as { key: string; provider: string }[]
        ).map(({ key, provider }) => [key, provider]),
      );
    const add = async (state: string, seller: string, made_at: string | null = before) => {
      const id = newId();
      await runner.query(
        `insert into payments.payout (id, cause_kind, cause_id, seller_id, amount_paise, state, key, checks, made_at)
         values ($1, 'order', $1, $2, 1000, $3, $1, 0, now())`,
        [id, seller, state],
      );
      if (made_at !== null)
        await runner.query(`insert into payments.payout_road values ($1, 'bank', $2)`, [id, made_at]);
      return id;
    };
    const beneficiary = async (provider: string, owner: string, ref: string | null) => {
      const id = newId();
      await runner.query(
        `insert into payments.beneficiary (id, provider, owner_id, account_hash, account_sealed, provider_ref, made_at)
         values ($1::uuid, $2, $3, decode(replace($1::text, '-', ''), 'hex'), '\\x00', $4, now())`,
        [id, provider, owner, ref],
      );
      return id;
    };
    const advise = (key: string, to: string, owner: string) =>
      runner.query(
        `insert into payments.bank_advice (key, beneficiary_id, owner_id, amount_paise, rail, narration, status, made_at, changed_at)
         values ($1, $2, $3, 1000, 'neft', 'test', 'waiting', now(), now())`,
        [key, to, owner],
      );
    const migration = new OldPayoutsFindTheirRoad1795000090410();

    const [sender, connected] = [newId(), newId()];
    const [alone, rests] = [await add('sent', sender), await add('scheduled', sender)];
    await migration.up(runner);
    expect(await roads()).toEqual({ [alone]: 'bank', [rests]: 'bank' }); // nothing but the bank was ever in use

    const account = await beneficiary('bank-file', sender, null);
    await beneficiary('stripe-connect', connected, 'acct_1');
    const [filed, cash] = [await add('sent', sender), newId()];
    await advise(filed, account, sender);
    await advise(cash, account, sender); // a refund of cash: under its try’s key
    const unknown = await add('sent', connected);
    const asked = await add('sent', connected, '2026-11-20T10:00:00.123Z');
    await migration.up(runner);
    const kept = await roads();
    expect(kept).toEqual({ [alone]: 'bank', [filed]: 'bank-file', [cash]: 'bank-file', [asked]: 'bank' });
    expect([kept[rests], kept[unknown]]).toEqual([undefined, undefined]);
    await runner.rollbackTransaction();
    await source.destroy();
    await database.drop();
  });
});
