import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { sheetRows, SheetUnreadable } from '#platform/sheets';
import { KeptFiles, ObjectStore } from '#platform/storage';
import { PolicyQuery } from '#policy';
import { GoodsReading, type Prepared } from '../data/desk/goods-reading.js';
import { Imports, type ListingImport } from '../data/desk/imports.repository.js';
import { inMakersName } from '../data/desk/in-makers-name.js';
import { goodsSheetLimits } from '../domain/desk/columns.js';
import type { GoodsFault } from '../domain/desk/faults.js';
import { readHeader } from '../domain/desk/header.js';
import { GoodsGatherer, type GoodsRows } from '../domain/desk/rows.js';
import { Seen } from '../domain/desk/seen.js';

const chunk_goods = 200;

@Injectable()
export class CheckImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
    private readonly files: KeptFiles,
    private readonly imports: Imports,
    private readonly reading: GoodsReading,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The job's part: reads the sheet, goods by goods, and writes down what they would do and what is wrong with them; the
   * catalogue stays as it is. Cut short, it goes on with the first row that is not read.
   * @param onChunk  told the row up to which the sheet is read, after each chunk
   * @rule S-60
   */
  async run(importId: string, onChunk: (row: number) => void = () => undefined): Promise<void> {
    const begun = await this.work.run((tx) => this.begin(tx, importId));
    if (!begun?.storage_key) return;
    const sheet = await this.store.get(begun.storage_key);
    assert(sheet, 'a sheet that waits to be read is in the store');
    await inMakersName(begun, async () => {
      try {
        await this.through(begun, sheet, onChunk);
        await this.end(importId, null);
      } catch (error) {
        if (!(error instanceof SheetUnreadable || error instanceof HeaderUnfit)) throw error;
        await this.end(importId, error instanceof HeaderUnfit ? error.faults : [unreadable(error)]);
      }
    });
  }

  private async begin(tx: Tx, importId: string): Promise<ListingImport | null> {
    const one = await this.imports.take(tx, importId);
    if (one?.state === 'received') {
      await this.imports.move(tx, one, 'read');
      return one;
    }
    return one?.state === 'checking' ? one : null;
  }

  private async through(begun: ListingImport, sheet: Buffer, onChunk: (row: number) => void): Promise<void> {
    const seen = new Seen();
    let gatherer: GoodsGatherer | null = null;
    let chunk: GoodsRows[] = [];
    const take = async (goods: GoodsRows | null, isLast: boolean): Promise<boolean> => {
      const isRead = goods !== null && goods.rows.at(-1)!.row < begun.next_row;
      if (goods !== null) {
        const twice = seen.note(goods);
        if (!isRead) chunk.push({ ...goods, faults: [...goods.faults, ...twice] });
      }
      if (chunk.length === 0 || (chunk.length < chunk_goods && !isLast)) return true;
      const goesOn = await this.oneChunk(begun, chunk);
      onChunk(chunk.at(-1)!.rows.at(-1)!.row);
      chunk = [];
      return goesOn;
    };
    for await (const row of sheetRows(sheet, goodsSheetLimits)) {
      if (gatherer === null) {
        const { header, faults } = readHeader(row.number, row.cells);
        if (faults.length > 0) throw new HeaderUnfit(faults);
        gatherer = new GoodsGatherer(header);
      } else if (!(await take(gatherer.put(row), false))) return;
    }
    if (gatherer === null) throw new SheetUnreadable('it is empty');
    await take(gatherer.end(), true);
  }

  /** One transaction: what goods would do, and that they are read. @returns false when nobody wants to know any more */
  private oneChunk(begun: ListingImport, chunk: readonly GoodsRows[]): Promise<boolean> {
    return this.work.run(async (tx) => {
      const now = await this.imports.take(tx, begun.id);
      if (now?.state !== 'checking') return false;
      const fresh = chunk.filter(({ rows }) => rows.at(-1)!.row >= now.next_row);
      const prepared = await this.reading.prepare(tx, begun.seller_id, fresh);
      await this.imports.addGoods(tx, begun.id, prepared.map(noteOf));
      await this.imports.noteFaults(
        tx,
        begun.id,
        prepared.flatMap((one) => one.faults),
      );
      const rows = fresh.reduce((sum, goods) => sum + goods.rows.length, 0);
      await this.imports.readUpTo(tx, begun.id, chunk.at(-1)!.rows.at(-1)!.row + 1, rows);
      return true;
    });
  }

  private end(importId: string, faults: readonly GoodsFault[] | null): Promise<void> {
    return this.work.run(async (tx) => {
      const now = await this.imports.lock(tx, importId);
      if (now?.state !== 'checking') return;
      if (now.storage_key !== null) await this.files.release(tx, [now.storage_key]);
      await this.imports.forgetFile(tx, importId);
      await this.imports.noteFaults(tx, importId, faults ?? []);
      if (faults !== null) await this.imports.move(tx, now, 'fail');
      else await this.imports.move(tx, now, 'finish', this.policy.deadline('listing.import_days', tx.now));
    });
  }
}

/** The first row does not say what stands below it. */
class HeaderUnfit extends Error {
  constructor(readonly faults: readonly GoodsFault[]) {
    super('the head of the sheet does not fit');
  }
}

const unreadable = ({ message }: SheetUnreadable): GoodsFault => ({
  ...{ row: 1, column: null, code: 'file_unreadable', value: null, facts: { why: message } },
});

const noteOf = (one: Prepared) => {
  const said = one.ready ? one.ready.said : one.said;
  return {
    said,
    row: said.rows[0]!.row,
    state: one.ready ? ('good' as const) : ('wrong' as const),
    step: one.ready?.step ?? null,
    listing_id: one.ready?.known?.listingId ?? null,
  };
};
