import { OdopEntriesQuery } from '#odop';
import { asOwner, type Booted } from '#platform/testing';
import { UnitOfWork } from '#platform/database';
import { runAsSystem } from '#platform/observability';
import type { Maker } from '../../../sellers/test/builders/makers.js';
import { ApplyImport, CheckImport, Imports, StartImport, type ImportFault } from '../../src/index.js';
import { onShelf } from './shelf.js';

/** Cells by the names of their columns. */
export type Cells = Readonly<Record<string, string | number>>;

/** A stole as a row of a sheet; what a test says of it comes first. */
export const stoleRow = (cells: Cells = {}): Cells => ({
  ...{ sku: 'ST-1', label: 'natural', price: '1450.00', mrp: '1650', stock: 3, lead_days: 5 },
  ...{ title: 'Tussar stole', description: 'Hand-spun tussar, natural dye.', common_name: 'stole' },
  ...{ hsn: '50072010', gst_rate_key: 'fabric', unit: 'piece', net_quantity: 1, net_unit: 'piece' },
  ...{ handmade: 'handloom', weight_g: 250, care_phone: '1800123456' },
  ...cells,
});

/** The same, as a maker may list it, on the shelf that a stole lies on. */
export async function stoleOf(app: Booted, maker: Maker, cells: Cells = {}): Promise<Cells> {
  const entries = await app.get(OdopEntriesQuery).listForDistrict(maker.district.id);
  const { category = '', parameters = [] } = onShelf('50072010', 'fabric');
  const answers = Object.fromEntries(
    parameters.map(({ key, value }) => [`answer.${key}`, typeof value === 'boolean' ? 'yes' : value]),
  );
  const entry = entries.find((one) => one.takes_listings)!.id;
  return stoleRow({ odop_entry: entry, category, ...answers, ...cells });
}

const quoted = (cell: string | number): string => `"${String(cell).replaceAll('"', '""')}"`;

/** Rows as a CSV file: a column for every name that any of them uses. */
export function csvSheet(rows: readonly Cells[]): Buffer {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  return Buffer.from(lines.map((line) => line.map(quoted).join(',')).join('\r\n'));
}

export async function bytesOf(file: AsyncIterable<unknown> | Buffer): Promise<Buffer> {
  if (Buffer.isBuffer(file)) return file;
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts);
}

/** Sheets of a maker, brought through the real verbs; the worker's part is done here, as the worker does it. */
export function sheets(app: Booted) {
  const system = <T>(work: () => Promise<T>): Promise<T> => runAsSystem('test', 'test', work);
  const own = <T>(maker: Maker, work: Parameters<UnitOfWork['run']>[0]) =>
    app.as(maker.actor, () => app.get(UnitOfWork).run(work)) as Promise<T>;

  async function received(maker: Maker, sheet: Buffer): Promise<string> {
    return (await app.as(maker.actor, () => app.get(StartImport).run(sheet))).importId;
  }
  async function checked(maker: Maker, sheet: Buffer): Promise<string> {
    const importId = await received(maker, sheet);
    await system(() => app.get(CheckImport).run(importId));
    return importId;
  }
  const asked = (maker: Maker, importId: string, wish = {}) =>
    app.as(maker.actor, () => app.get(ApplyImport).ask(importId, { partial: false, submit: false, ...wish }));
  async function applied(maker: Maker, sheet: Buffer, wish = {}): Promise<string> {
    const importId = await checked(maker, sheet);
    await asked(maker, importId, wish);
    await system(() => app.get(ApplyImport).run(importId));
    return importId;
  }
  const faults = (maker: Maker, importId: string) =>
    own<ImportFault[]>(maker, (tx) => app.get(Imports).faultsAfter(tx, importId, 0, 0, 10_000));
  const stateOf = async (importId: string) =>
    (await system(() => app.get(UnitOfWork).run((tx) => app.get(Imports).lock(tx, importId))))?.state;
  /** The clock stands still in tests: an instant of the import is put back. */
  const putBack = (importId: string, column: 'due_at' | 'ended_at', days: number) =>
    system(() =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          tx.run(
            `update catalogue.listing_import set ${column} = platform.now() - make_interval(days => $2) where id = $1`,
            [importId, days],
          ),
        ),
    );
  /** step/state → how many goods */
  async function counts(maker: Maker, importId: string): Promise<Record<string, number>> {
    const rows = await own<Awaited<ReturnType<Imports['counts']>>>(maker, (tx) =>
      app.get(Imports).counts(tx, importId),
    );
    return Object.fromEntries(rows.map((row) => [`${row.step ?? '-'} ${row.state}`, row.goods]));
  }
  const goodsOf = (maker: Maker) =>
    asOwner<{
      title: string;
      state: string;
      version: number;
      sku: string | null;
      price_paise: string;
      on_hand: number;
    }>(
      `select l.title, l.state, l.version, o.sku, o.price_paise,
              (select sum(k.on_hand)::integer from catalogue.stock_level k where k.offer_id = o.id) as on_hand from catalogue.listing l
         join catalogue.offer o on o.listing_id = l.id where l.seller_id = $1 order by o.sku, l.id, o.label`,
      [maker.sellerId],
    );

  return { system, received, checked, asked, applied, faults, stateOf, counts, goodsOf, putBack };
}
