import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { currentContext, runInContext } from '#platform/observability';
import { csvOf, xlsxOf, type OutRow, type SheetType } from '#platform/sheets';
import { OwnContentsQuery, type OwnContent } from '../data/desk/own-contents.query.js';
import { assertFitsWorkbook, exportHeader, rowsOf, type ExportedColumns } from '../domain/desk/write-goods.js';

const piece_goods = 200;

@Injectable()
export class ExportGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contents: OwnContentsQuery,
  ) {}

  /**
   * All the maker's goods but the archived ones, in the columns of an import: read back, they change nothing. CSV goes out
   * as it is read, a piece in each transaction; a workbook is made whole and therefore bounded.
   * @throws export_too_long (422)
   * @rule S-59 S-60
   */
  async run(sellerId: string | null, type: SheetType, bom: boolean) {
    const { columns, rows } = await this.work.run(async (tx) => ({
      columns: await this.contents.columns(tx, sellerId),
      rows: type === 'xlsx' ? await this.contents.countRows(tx, sellerId) : 0,
    }));
    assertFitsWorkbook(rows);
    const all = this.rows(sellerId, columns);
    return type === 'csv' ? csvOf(all, bom) : xlsxOf(all, 'Goods');
  }

  private async *rows(sellerId: string | null, columns: ExportedColumns): AsyncGenerator<OutRow> {
    yield exportHeader(columns);
    const context = currentContext();
    let last: string | null = null;
    do {
      const after: string | null = last;
      // The file is written after the handler has answered: whose it is goes along.
      const goods: OwnContent[] = await runInContext({ ...context, audited: false }, () =>
        this.work.run((tx) => this.contents.after(tx, sellerId, after, piece_goods)),
      );
      for (const { listingId, content } of goods) yield* rowsOf(listingId, content, columns);
      last = goods.length < piece_goods ? null : goods.at(-1)!.listingId;
    } while (last !== null);
  }
}
