import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { currentContext, runInContext } from '#platform/observability';
import { csvOf, type OutRow } from '#platform/sheets';
import { ReturnsQuery } from '../data/returns.query.js';
import { monthOf, type Month } from '../domain/month.js';
import { collectedCells, collectedHead, outwardCells, outwardHead } from '../domain/return-rows.js';

const piece_rows = 500;

@Injectable()
export class ExportReturns {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnsQuery,
  ) {}

  /**
   * What the caller's shop supplied in a month, as her return of outward supplies (GSTR-1) asks for it: by place and rate, by
   * goods code, numbers that were given, and every paper. It goes out as it is read, a piece in each transaction.
   * @param month  `2026-11`
   * @rule  S-42 S-59
   */
  outward(month: string, bom: boolean): Promise<Readable> {
    return csvOf(this.outwardRows(monthOf(month)), bom);
  }

  /**
   * What the platform collected at source in a month of each maker's sales, as its statement (GSTR-8) asks for it. Its sums
   * are those of the ledger.
   * @param month  `2026-11`
   * @rule  S-59
   */
  collected(month: string, bom: boolean): Promise<Readable> {
    return csvOf(this.collectedRows(month), bom);
  }

  private async *outwardRows(month: Month): AsyncGenerator<OutRow> {
    const inTx = ownTransactions(this.work);
    yield outwardHead;
    const sums = await inTx(async (tx) => {
      const sellerId = tx.actor.organisationId!;
      return {
        supplies: await this.returns.supplies(tx, sellerId, month),
        goods: await this.returns.goods(tx, sellerId, month),
        series: await this.returns.series(tx, sellerId, month),
      };
    });
    for (const { to_state: toState, recipient_gstin: recipientGstin, ...sum } of sums.supplies)
      yield outwardCells({ ...sum, toState, recipientGstin });
    for (const sum of sums.goods) yield outwardCells({ section: 'hsn', ...sum });
    for (const { kind, ...sum } of sums.series) yield outwardCells({ section: 'docs', number: kind, ...sum });
    const documents = inPieces(
      (after) =>
        inTx((tx) => this.returns.documents(tx, tx.actor.organisationId!, month, { after, limit: piece_rows })),
      (document) => document.id,
    );
    for await (const { kind, issued_at: issuedAt, to_state: toState, ...one } of documents)
      yield outwardCells({ section: kind, ...one, issuedAt, toState });
  }

  private async *collectedRows(month: string): AsyncGenerator<OutRow> {
    const inTx = ownTransactions(this.work);
    yield collectedHead;
    const makers = inPieces(
      (after) =>
        inTx((tx) => seeingAll(tx, () => this.returns.makers(tx, monthOf(month), { after, limit: piece_rows }))),
      (row) => row.seller_id,
    );
    for await (const row of makers) yield collectedCells(row, month);
  }
}

/** The file is written after the handler has answered: whose it is goes along, into a transaction for each piece. */
function ownTransactions(work: UnitOfWork): <T>(act: (tx: Tx) => Promise<T>) => Promise<T> {
  const context = currentContext();
  return (act) => runInContext({ ...context, audited: false }, () => work.run(act));
}

async function* inPieces<T>(
  read: (after: string | null) => Promise<T[]>,
  keyOf: (row: T) => string,
): AsyncGenerator<T> {
  for (let after: string | null = null, more = true; more;) {
    const piece: T[] = await read(after);
    yield* piece;
    more = piece.length === piece_rows;
    if (more) after = keyOf(piece.at(-1)!);
  }
}
