import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { personActor } from '#platform/testing';
import {
  fileNumberOf,
  HoldPayouts,
  MakePayoutFile,
  PayoutFiles,
  ReadPayoutFile,
  Reconcile,
  ReleasePayoutFile,
  TakeBankResponse,
} from '../src/index.js';
import { BankAdvices } from '../src/data/bank-advices.repository.js';
import { Beneficiaries } from '../src/data/beneficiaries.repository.js';
import { adviceOf, digestOf, readResponse, responseOf, type ResponseLine } from '../src/domain/bank-file.js';
import { BankFilePayoutProvider } from '../src/adapters/bank-file.js';
import { SellersQuery } from '#sellers';
import { goodAccount, Money } from './builders/money.js';

const idRow = z.object({ id: z.uuid() });
const [first, second] = [newId(), newId()];
const line = (over: Partial<ResponseLine> = {}): ResponseLine => ({
  ...{ key: first, amount_paise: 145_000n, status: 'paid', utr: 'SIMBN1', reason: null },
  ...over,
});
const number = 'OBP-20261123-7';

describe('R-8.7 files for the bank, as text', () => {
  test('a file of advice says how many rows it has, what they add up to, and of which bytes that is true', () => {
    const rows = [
      {
        key: first,
        rail: 'neft',
        amount_paise: 145_005n,
        holder: 'Devi, "Meena" =1+1',
        account: '300000001',
        ifsc: 'SBIN0001234',
        narration: 'ODOP BAZAAR',
      },
      {
        key: second,
        rail: 'upi',
        amount_paise: 5n,
        holder: '@Ravi',
        account: 'ravi@bank',
        ifsc: '',
        narration: 'ODOP BAZAAR',
      },
    ] as const;
    const text = adviceOf({ number, madeAt: new Date('2026-11-23T05:00:00Z') }, rows).toString();
    const body = text.slice(0, text.lastIndexOf('\nT,') + 1);
    expect(text.split('\n')).toEqual([
      'H,ODOP-PAYMENT-ADVICE,1,OBP-20261123-7,2026-11-23T05:00:00.000Z,INR',
      'row,payout,rail,amount,name,account,ifsc,narration',
      `1,${first},NEFT,1450.05,Devi Meena 1 1,300000001,SBIN0001234,ODOP BAZAAR`,
      `2,${second},UPI,0.05,Ravi,ravi@bank,,ODOP BAZAAR`,
      `T,2,1450.10,${digestOf(body)}`,
      '',
    ]);
  });

  test('an answer is read as it was written, with either kind of line end', () => {
    const lines = [
      line(),
      line({ key: second, status: 'failed', utr: null, reason: 'account_closed', amount_paise: 1n }),
    ];
    const bytes = responseOf(number, lines);
    expect(readResponse(bytes)).toEqual({ fileNumber: number, lines });
    expect(readResponse(Buffer.from(bytes.toString().replaceAll('\n', '\r\n')))).toEqual({ fileNumber: number, lines });
  });

  const whole = responseOf(number, [line(), line({ key: second })]).toString();
  const closed = (body: string, count = 2, total = '2900.00') => `${body}T,${count},${total},${digestOf(body)}\n`;
  const body = whole.slice(0, whole.lastIndexOf('\nT,') + 1);
  test.each([
    ['nothing', ''],
    ['an amount changed', whole.replace('1450.00', '1450.01')],
    ['a row taken out', whole.replace(/\n[^\n]*SIMBN1,\n/, '\n')],
    ['a count that is not so', closed(body, 3)],
    ['a total that is not so', closed(body, 2, '2900.01')],
    ['a payout twice', closed(body.replace(second, first))],
    ['paid without a reference', closed(body.replace('SIMBN1', ''))],
    ['failed without a reason', closed(body.replace('paid,SIMBN1,', 'failed,,'))],
    ['another word than agreed', closed(body.replace('paid', 'done'))],
    ['a formula in a field', closed(body.replace('SIMBN1', '=SUM(1)'))],
    ['another format', closed(body.replace('RESPONSE', 'ADVICE'))],
  ])('R-8.7 bank_response_unreadable: %s', (_, text) => {
    expect(() => readResponse(Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'bank_response_unreadable' }),
    );
  });
});

describe('R-8.7 payouts by file', () => {
  const money = new Money();
  beforeAll(async () => {
    await money.open(undefined, 'bank-file');
    money.app.get(SellersQuery).byId = () => Promise.resolve({} as never);
  });
  afterAll(() => money.close());

  const officer = (): Actor => personActor({ label: 'payments desk', secondFactorAt: new Date() });
  const [maker, checker] = [officer(), officer()];
  const make = (by = maker) => money.app.as(by, () => money.app.get(MakePayoutFile).run());
  const release = (id: string, by = checker) => money.app.as(by, () => money.app.get(ReleasePayoutFile).run(id));
  const read = (id: string, by = maker) => money.app.as(by, () => money.app.get(ReadPayoutFile).run(id));
  const take = (bytes: Buffer) => money.app.as(maker, () => money.app.get(TakeBankResponse).run(bytes));
  const numberOf = (id: string) => money.tx(async (tx) => fileNumberOf(await money.app.get(PayoutFiles).lock(tx, id)));
  const keysIn = async (id: string) =>
    (await money.tx((tx) => money.app.get(BankAdvices).ofFile(tx, id))).map((advice) => advice.key);

  /** A maker's payout that nobody was asked for yet. */
  async function scheduled(accountNumber = goodAccount.accountNumber, sellerId = newId()) {
    money.accounts.set(sellerId, { ...goodAccount, accountNumber });
    const paid = await money.captured(50_000n);
    await money.payout(paid, 50_000n, { kind: 'order', id: newId() }, sellerId);
    const [row] = await money.tx((tx) =>
      tx.many(idRow, `select id from payments.payout where seller_id = $1`, [sellerId]),
    );
    return { id: row!.id, sellerId };
  }
  /** A maker's payout that waits for a file. */
  async function waiting(accountNumber = goodAccount.accountNumber, sellerId = newId()) {
    const payout = await scheduled(accountNumber, sellerId);
    await money.work();
    return payout;
  }
  /** The simulated bank takes a file over HTTP and answers. */
  async function bankAnswers(bytes: Buffer): Promise<Buffer> {
    const answer = await fetch(`${money.bank.url}/advice-files`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_money', 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  }
  /** What waits from earlier tests goes into a file of its own. */
  const empty = () => make().catch(() => undefined);

  test('from what waits to what is paid: made, let go by another officer, read, answered by the bank', async () => {
    await empty();
    const [good, closed, frozen] = [await waiting(), await waiting('123456789991'), await waiting('123456789992')];
    const id = await make();
    expect(await money.row('payout', good.id)).toMatchObject({ state: 'sent' });
    await expect(read(id)).rejects.toMatchObject({ code: 'payout_file_not_released' });
    await expect(release(id, maker)).rejects.toMatchObject({ code: 'own_payout_file' });
    await release(id);
    await expect(release(id)).rejects.toMatchObject({ code: 'payout_file_released' });
    const { bytes } = await read(id);
    expect(bytes.toString()).toContain('NEFT,500.00,Meena Devi,300000001,SBIN0001234');
    const answer = await bankAnswers(bytes);
    expect(await take(answer)).toMatchObject({ paid: 1, failed: 2, returned: 0, unchanged: 0, isRepeat: false });
    expect(await take(answer)).toMatchObject({ paid: 1, failed: 2, isRepeat: true });
    await money.work();
    expect(await money.row('payout', good.id)).toMatchObject({ state: 'paid' });
    expect(await money.row('payout', closed.id)).toMatchObject({ state: 'failed', failure: 'account_closed' });
    expect(await money.row('payout', frozen.id)).toMatchObject({ state: 'failed', failure: 'account_frozen' });
    expect(await money.balance('seller_payable', good.sellerId)).toBe(0n);
    expect(await money.balance('seller_payable', closed.sellerId)).toBe(50_000n);
  });

  test('what comes back later is owed again, once, and the maker is held', async () => {
    await empty();
    const { id, sellerId } = await waiting('123456789993');
    const fileId = await make();
    await release(fileId);
    const { bytes } = await read(fileId);
    await take(await bankAnswers(bytes));
    await money.work();
    expect(await money.row('payout', id)).toMatchObject({ state: 'paid', returned_at: null });
    const back = await bankAnswers(bytes);
    expect(await take(back)).toMatchObject({ returned: 1 });
    await money.work();
    expect(await money.row('payout', id)).toMatchObject({ returned_at: expect.any(Date) });
    expect(await money.balance('seller_payable', sellerId)).toBe(50_000n);
  });

  test('S-9 made twice at once: each payout is in one file', async () => {
    await empty();
    const ids = [await waiting(), await waiting(), await waiting()].map((each) => each.id);
    const made = await Promise.allSettled([make(), make(checker), make()]);
    const files = new Set(made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
    const keys = (await Promise.all([...files].map(keysIn))).flat();
    expect(keys.toSorted()).toEqual(ids.toSorted());
    for (const each of made) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'no_payouts_waiting' });
    }
    await expect(make()).rejects.toMatchObject({ code: 'no_payouts_waiting' });
  });

  test('died between choosing rows and writing them: the next one finishes that file', async () => {
    await empty();
    const { id } = await waiting();
    const files = money.app.get(PayoutFiles);
    const written = files.written.bind(files);
    files.written = () => Promise.reject(new Error('killed'));
    await expect(make()).rejects.toThrow('killed');
    files.written = written;
    await waiting();
    const fileId = await make();
    expect(await keysIn(fileId)).toEqual([id]);
    await release(fileId);
    expect((await read(fileId)).bytes.toString()).toContain(id);
  });

  test('answers that do not fit are taken not at all', async () => {
    await empty();
    const [one, other] = [await waiting(), await waiting()];
    const id = await make();
    const of = await numberOf(id);
    const paid = (key: string, amount_paise = 50_000n) => line({ key, amount_paise });
    await expect(take(responseOf(of, [paid(one.id)]))).rejects.toMatchObject({ code: 'payout_file_not_released' });
    await release(id);
    await expect(take(responseOf('OBP-20200101-1', [paid(one.id)]))).rejects.toMatchObject({
      code: 'payout_file_unknown',
    });
    for (const wrong of [paid(newId()), paid(other.id, 50_001n)])
      await expect(take(responseOf(of, [paid(one.id), wrong]))).rejects.toMatchObject({
        code: 'bank_response_not_ours',
      });
    expect(await take(responseOf(of, [paid(one.id)]))).toMatchObject({ paid: 1 });
    const turned = line({ key: one.id, amount_paise: 50_000n, status: 'failed', utr: null, reason: 'account_closed' });
    await expect(take(responseOf(of, [paid(other.id), turned]))).rejects.toMatchObject({
      code: 'bank_response_conflicts',
    });
    expect(await take(responseOf(of, [paid(one.id), paid(other.id)]))).toMatchObject({ paid: 1, unchanged: 1 });
    await money.work();
    expect(await money.row('payout', other.id)).toMatchObject({ state: 'paid' });
  });

  test('a maker who is held waits for a later file; without a fresh second factor nothing is done', async () => {
    await empty();
    const { sellerId } = await waiting();
    await money.app.as(checker, () => money.app.get(HoldPayouts).hold(sellerId, 'test'));
    await expect(make()).rejects.toMatchObject({ code: 'no_payouts_waiting' });
    await expect(make(personActor())).rejects.toMatchObject({ code: 'second_factor_needed' });
    await money.app.as(maker, () => money.app.get(HoldPayouts).release(sellerId, 'test'));
    await release(await make());
    await expect(release(newId())).rejects.toMatchObject({ code: 'payout_file_unknown' });
  });

  test('S-66 an account keeps its name, and is gone with its owner; what waits can be called back', async () => {
    await empty();
    const { app } = money;
    const provider = new BankFilePayoutProvider(app.get(UnitOfWork), app.get(Beneficiaries), app.get(BankAdvices));
    const ownerId = newId();
    const as = <T>(work: () => Promise<T>) => money.app.asSystem(work);
    const upi = await as(() => provider.beneficiary({ holder: 'Ravi', vpa: 'ravi@bank' }, ownerId));
    expect(await as(() => provider.beneficiary({ holder: 'Ravi', vpa: 'ravi@bank' }, ownerId))).toBe(upi);
    const order = { payoutId: newId(), beneficiary: upi, amount_paise: 1n, narration: 'ODOP BAZAAR' };
    expect(await as(() => provider.transfer(order))).toMatchObject({ status: 'accepted' });
    expect(await as(() => provider.reverse(order.payoutId))).toMatchObject({ status: 'reversed' });
    expect(await as(() => provider.reverse(order.payoutId))).toMatchObject({ status: 'reversed' });
    await expect(as(() => provider.reverse(newId()))).rejects.toMatchObject({ code: 'no_such_payout' });
    await expect(make()).rejects.toMatchObject({ code: 'no_payouts_waiting' });
    await money.tx((tx) => money.app.get(SubjectKeys).destroy(tx, ownerId));
    expect(await money.tx((tx) => money.app.get(Beneficiaries).open(tx, [upi]))).toEqual(new Map());
    await expect(as(() => provider.transfer({ ...order, payoutId: newId() }))).rejects.toMatchObject({
      code: 'account_unknown',
    });
  });

  test('S-8 a look at the list of what the bank answered finds nothing to say', async () => {
    const found = await money.app.asSystem(() =>
      money.app.get(Reconcile).run('asked', { isTrial: true, patience_s: 0 }),
    );
    expect(found.differences.filter((each) => each.about === 'payout')).toEqual([]);
  });
});
