import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { rupees } from '#platform/money';
import { frozenClock, personActor } from '#platform/testing';
import { ExportReturns } from '#tax';
import { artisan, firm, Sales } from './builders/sales.js';

type Row = Record<string, string>;
const paise = (cell: string | undefined): bigint => rupees(Number(cell ?? 0));

/** Counts everything that was collected: it has a database of its own. */
describe('R-6.12 what the operator reports is what its ledger holds', () => {
  const sales = new Sales();
  const { money } = sales;
  beforeAll(() => sales.open());
  afterAll(() => sales.close());

  const month = async (of: string): Promise<Row[]> => {
    const sheet = await money.app.as(personActor({}), async () =>
      text(await money.app.get(ExportReturns).collected(of, false)),
    );
    return parse(sheet, { columns: true }) as Row[];
  };
  const sum = (rows: readonly Row[], column: string): bigint => rows.reduce((all, row) => all + paise(row[column]), 0n);

  test('R-6.12 R-6.25 two months, two makers, goods that come back in the next month: to the paisa, each in its month', async () => {
    const [first, second, small] = [sales.maker(firm), sales.maker(firm), sales.maker(artisan)];
    // Half an hour before midnight in India.
    await frozenClock.at(new Date('2026-11-30T18:00:00Z'));
    const before = await money.balance('tcs_collected');
    const sale = await sales.sells(first, 100_001n);
    await sales.sells(second, 333_333n, 'IN-DL');
    await sales.sells(small, 45_000n);
    const november = (await money.balance('tcs_collected')) - before;
    // Half an hour after it.
    await frozenClock.at(new Date('2026-11-30T19:00:00Z'));
    await sales.sells(first, 77_777n);
    await sales.comesBack(sale, 33_333n);
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
