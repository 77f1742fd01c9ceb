import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { freshDatabase, frozenClock, personActor } from '#platform/testing';
import { PayeesQuery, type PayeeFacts } from '#sellers';
import { ExportReturns } from '#tax';
import { ClawBack, SettleEarning } from '../src/index.js';
import { Money } from './builders/money.js';

const firm: PayeeFacts = { class: 'micro_small', gstStatus: 'registered', stateCode: 'IN-BR', payee: 'other' };
const artisan: PayeeFacts = { ...firm, class: 'artisan', gstStatus: 'exempt', payee: 'individual' };
type Row = Record<string, string>;
const paise = (cell: string | undefined): bigint => rupees(Number(cell ?? 0));

/** Counts everything that was collected: it has a database of its own. */
describe('R-6.12 what the operator reports is what its ledger holds', () => {
  const money = new Money();
  const facts = new Map<string, PayeeFacts>();
  beforeAll(async () => {
    const database = await freshDatabase();
    process.env['DATABASE_URL'] = database.appUrl;
    process.env['DATABASE_OWNER_URL'] = database.ownerUrl;
    await money.open();
    money.app.get(PayeesQuery).of = async (_tx, sellerId) => facts.get(sellerId) ?? artisan;
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const maker = (its: PayeeFacts): string => {
    const sellerId = newId();
    facts.set(sellerId, its);
    return sellerId;
  };
  const sells = async (sellerId: string, amount_paise: bigint, toState = 'IN-BR') => {
    const paid = await money.captured(amount_paise);
    const sale = {
      ...{ cause: { kind: 'order' as const, id: newId() }, paidFor: paid.cause, sellerId, toState },
      ...{ paid_paise: amount_paise, coupon_paise: 0n, freight_paise: 0n },
      lines: [{ taxable_paise: amount_paise, rate_bp: 500 }],
    };
    await money.tx((tx) => money.app.get(SettleEarning).inside(tx, sale));
    return sale;
  };
  const comesBack = ({ cause }: Awaited<ReturnType<typeof sells>>, paid_paise: bigint) =>
    money.tx((tx) =>
      money.app.get(ClawBack).inside(tx, { id: newId(), cause, paid_paise, coupon_paise: 0n, cameBack: true }),
    );
  const month = async (of: string): Promise<Row[]> => {
    const sheet = await money.app.as(personActor({}), async () =>
      text(await money.app.get(ExportReturns).collected(of, false)),
    );
    return parse(sheet, { columns: true }) as Row[];
  };
  const sum = (rows: readonly Row[], column: string): bigint => rows.reduce((all, row) => all + paise(row[column]), 0n);

  test('R-6.12 R-6.25 two months, two makers, goods that come back in the next month: to the paisa, each in its month', async () => {
    const [first, second, small] = [maker(firm), maker(firm), maker(artisan)];
    // Half an hour before midnight in India.
    await frozenClock.at(new Date('2026-11-30T18:00:00Z'));
    const before = await money.balance('tcs_collected');
    const sale = await sells(first, 100_001n);
    await sells(second, 333_333n, 'IN-DL');
    await sells(small, 45_000n);
    const november = (await money.balance('tcs_collected')) - before;
    // Half an hour after it.
    await frozenClock.at(new Date('2026-11-30T19:00:00Z'));
    await sells(first, 77_777n);
    await comesBack(sale, 33_333n);
    const december = (await money.balance('tcs_collected')) - before - november;

    const rows = await month('2026-11');
    expect(sum(rows, 'Total collected')).toBe(november);
    expect(rows.find((row) => row['Supplier'] === first)).toMatchObject({
      ...{ Month: '11-2026', 'Supplies made': '1000.01', 'Supplies returned': '0', 'Net amount liable': '1000.01' },
      ...{ 'Integrated tax': '0', 'Central tax': '2.5', 'State/UT tax': '2.5', 'Total collected': '5' },
    });
    expect(rows.find((row) => row['Supplier'] === second)).toMatchObject({
      ...{ 'Integrated tax': '16.67', 'Central tax': '0', 'Total collected': '16.67' },
    });
    expect(rows.find((row) => row['Supplier'] === small)).toMatchObject({
      ...{ 'Supplies made': '0', 'Total collected': '0', 'Whole sales credited': '450' },
    });
    const next = await month('2026-12');
    expect(sum(next, 'Total collected')).toBe(december);
    expect(next).toHaveLength(1);
    expect(next[0]).toMatchObject({
      'Supplies made': '777.77',
      'Supplies returned': '333.33',
      'Net amount liable': '444.44',
    });
    expect(await month('2026-10')).toEqual([]);
  });
});
