import { BankSimulator } from '../src/bank.js';
import { PfmsSimulator } from '../src/pfms.js';
import { caller, type Said } from './caller.js';

const key = 'bank-key';
type Call = ReturnType<typeof caller>;

describe('bank simulator', () => {
  let bank: BankSimulator;
  let call: Call;

  const register = async (account: string) =>
    (await call('POST', '/beneficiaries', { name: 'Kosi Tussar Weavers', account, ifsc: 'SIMB0000001' })).body['id'];
  const pay = async (account: string, idempotencyKey: string, amount_paise = 250_000): Promise<Said> =>
    call('POST', '/payouts', { idempotencyKey, beneficiary: await register(account), amount_paise, narration: 'ODB' });

  beforeEach(async () => {
    bank = new BankSimulator();
    await bank.start({ secretKey: key });
    call = caller(bank.url, key);
  });
  afterEach(() => bank.stop());

  it('pays at once with a reference, and the same key never twice', async () => {
    const first = await pay('123456780001', 'p-1');
    expect(first).toMatchObject({ status: 201, body: { status: 'paid', utr: expect.stringMatching(/^SIMBN\d{11}$/) } });
    expect((await pay('123456780001', 'p-1')).body).toEqual(first.body);
    expect(await pay('123456780001', 'p-1', 1)).toMatchObject({ status: 409, body: { error: { code: 'key_reused' } } });
    bank.fault({ kind: 'drop_after', route: 'POST /payouts', times: 1 });
    await expect(pay('123456780001', 'p-2')).rejects.toThrow();
    await pay('123456780001', 'p-2');
    expect(bank.payouts()).toHaveLength(2);
  });

  it.each([
    ['123456789992', 'failed', 'account_frozen'],
    ['123456789993', 'returned', 'account_closed'],
    ['123456789994', 'accepted', null],
  ])('account %s: %s', async (account, status, reason) => {
    expect((await pay(account, 'p-1')).body).toMatchObject({ status, reason });
  });

  it('refuses closed accounts, unknown beneficiaries, strangers and an empty escrow', async () => {
    const closed = { name: 'Anyone', account: '123456789991', ifsc: 'SIMB0000001' };
    expect(await call('POST', '/beneficiaries', closed)).toMatchObject({ status: 422 });
    const unknown = { idempotencyKey: 'p-1', beneficiary: 'bene_none', amount_paise: 1 };
    expect(await call('POST', '/payouts', unknown)).toMatchObject({ status: 422 });
    expect(await caller(bank.url, 'wrong')('GET', '/payouts')).toMatchObject({ status: 401 });
    bank.fault({ kind: 'insufficient_funds', times: 1 });
    expect(await pay('123456780001', 'p-1')).toMatchObject({ status: 422 });
    expect(await pay('123456780001', 'p-1')).toMatchObject({ status: 201 });
  });

  it('settles later, calls back before sending, and lists what changed', async () => {
    await call('POST', '/_control/faults', { kind: 'payout_later', times: 2 });
    const [a, b] = [await pay('123456780001', 'a'), await pay('123456780001', 'b')];
    expect(a.body).toMatchObject({ status: 'accepted', utr: null });
    expect(await call('POST', `/payouts/${a.body['id']}/reverse`)).toMatchObject({ body: { status: 'reversed' } });
    const control = `/_control/payouts/${b.body['id']}/settle`;
    expect(await call('POST', control, { outcome: 'paid' })).toMatchObject({ body: { status: 'paid' } });
    expect(await call('POST', `/payouts/${b.body['id']}/reverse`)).toMatchObject({ status: 409 });
    expect(await call('POST', control, { outcome: 'returned' })).toMatchObject({ body: { status: 'returned' } });
    const found = await call('GET', '/payouts?idempotencyKey=b');
    expect(found.body).toMatchObject({ payouts: [{ status: 'returned' }], next: null });
  });

  it('lists page by page', async () => {
    for (let i = 0; i < 53; i += 1) await pay('123456780001', `p-${i}`);
    const first = await call('GET', `/payouts?since=${new Date(0).toISOString()}`);
    expect(first.body['payouts']).toHaveLength(50);
    const second = await call('GET', `/payouts?after=${encodeURIComponent(String(first.body['next']))}`);
    expect(second.body).toMatchObject({ payouts: { length: 3 }, next: null });
  });
});

describe('government payer simulator', () => {
  let pfms: PfmsSimulator;
  let call: Call;

  const maker = { name: 'Kosi Tussar Weavers', account: '123456780001', ifsc: 'SIMB0000001' };
  const block = (rail: string, account: string, amount_paise: number, idempotencyKey = 'blk-1') =>
    call('POST', '/blocks', { idempotencyKey, rail, account, amount_paise, reference: 'ODB-C-2026-27-0000000001' });
  const bill = (more: object) =>
    call('POST', '/payments', {
      idempotencyKey: 'pay-1',
      bill_no: 'B-1',
      gross_paise: 100_000,
      beneficiary: maker,
      ...more,
    });

  beforeEach(async () => {
    pfms = new PfmsSimulator();
    await pfms.start({ secretKey: key });
    call = caller(pfms.url, key);
  });
  afterEach(() => pfms.stop());

  it('R-2.9 blocks a budget head; a block moves to another head but does not go free', async () => {
    pfms.setAvailable('pfms', '2851-00-110', 150_000);
    expect(await block('pfms', '2851-00-110', 150_001)).toMatchObject({ status: 422 });
    const held = await block('pfms', '2851-00-110', 100_000);
    expect(held).toMatchObject({ status: 201, body: { status: 'held' } });
    expect((await block('pfms', '2851-00-110', 100_000)).body).toEqual(held.body);
    expect(pfms.availableOn('pfms', '2851-00-110')).toBe(50_000);
    const id = String(held.body['id']);
    expect(await call('POST', `/blocks/${id}/release`)).toMatchObject({ body: { error: { code: 'not_releasable' } } });
    expect(await call('POST', `/blocks/${id}/move`, { account: '2851-00-111' })).toMatchObject({ status: 200 });
    expect(pfms.availableOn('pfms', '2851-00-110')).toBe(150_000);
  });

  it('R-2.9 a pool account must be filled first and gives the rest back', async () => {
    expect(await block('gpa', 'pool-7', 100_000)).toMatchObject({ status: 422 });
    await call('POST', '/pools/pool-7/credits', { idempotencyKey: 'c-1', amount_paise: 100_000 });
    await call('POST', '/pools/pool-7/credits', { idempotencyKey: 'c-1', amount_paise: 100_000 });
    const held = await block('gpa', 'pool-7', 100_000);
    expect(await call('POST', `/blocks/${held.body['id']}/release`)).toMatchObject({ body: { status: 'released' } });
    expect(pfms.availableOn('gpa', 'pool-7')).toBe(100_000);
  });

  it('R-8.8 pays a bill from a block: voucher, UTR, date, gross, deductions, net', async () => {
    const held = await block('pfms', '2851-00-110', 100_000);
    const deductions = [{ code: 'gst_tds', amount_paise: 2_000 }];
    const paid = await bill({ rail: 'pfms', block: held.body['id'], deductions });
    expect(paid).toMatchObject({
      status: 202,
      body: {
        status: 'paid',
        advice: {
          voucher_no: expect.stringMatching(/^PFMS\/\d{9}$/),
          utr: expect.stringMatching(/^SIMGN\d{11}$/),
          date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          gross_paise: 100_000,
          deductions,
          net_paise: 98_000,
          paid_paise: 98_000,
        },
      },
    });
    const more = await bill({ idempotencyKey: 'pay-2', rail: 'pfms', block: held.body['id'], gross_paise: 1 });
    expect(more).toMatchObject({ status: 422, body: { error: { code: 'block_too_small' } } });
    expect((await call('GET', '/payments?bill_no=B-1')).body).toMatchObject({ payments: [{ status: 'paid' }] });
  });

  it('R-8.8 refuses in part, in whole, later, or not at all when down', async () => {
    pfms.fault({ kind: 'partly_refuse', value: 30_000, times: 1 });
    expect((await bill({ rail: 'treasury' })).body).toMatchObject({
      status: 'partly_paid',
      advice: { paid_paise: 70_000 },
    });
    const closed = { beneficiary: { ...maker, account: '123456789991' } };
    expect((await bill({ rail: 'treasury', idempotencyKey: 'pay-2', ...closed })).body).toMatchObject({
      status: 'refused',
      reason: 'account_closed',
    });
    pfms.fault({ kind: 'advice_later', times: 1 });
    const later = await bill({ rail: 'treasury', idempotencyKey: 'pay-3' });
    expect(later.body).toMatchObject({ status: 'processing', advice: null });
    const told = await call('POST', `/_control/payments/${later.body['id']}/settle`, { outcome: 'paid' });
    expect(told.body).toMatchObject({ status: 'paid' });
    pfms.fault({ kind: 'error_before', status: 503, times: 1 });
    expect(await bill({ rail: 'treasury', idempotencyKey: 'pay-4' })).toMatchObject({ status: 503 });
    expect(pfms.payments()).toHaveLength(3);
    expect(await bill({ rail: 'pfms', idempotencyKey: 'pay-5' })).toMatchObject({ status: 422 });
  });
});
