import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { UnitOfWork } from '#platform/database';
import { currentContext, runInContext } from '#platform/observability';
import { csvOf, type OutRow } from '#platform/sheets';
import { istDay } from '#platform/time';
import { StatementsQuery, type MonthStatement, type SaidLine } from '../data/statements.query.js';

const piece_lines = 500;
const header = ['No.', 'Day', 'For', 'What', 'क्या', 'In (₹)', 'Out (₹)', 'Balance (₹)'];

@Injectable()
export class ExportStatement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: StatementsQuery,
  ) {}

  /**
   * A month of the caller's shop as CSV: the balance before it, every line with the balance after it, in both languages.
   * It goes out as it is read, a piece in each transaction.
   * @param month  `2027-03`
   * @param bom  begin with the mark by which Excel knows the text
   * @rule S-42 S-59
   */
  async csv(month: string, bom: boolean): Promise<Readable> {
    const whole = await this.work.run((tx) => this.statements.month(tx, month));
    return csvOf(this.rows(whole), bom);
  }

  private async *rows(month: MonthStatement): AsyncGenerator<OutRow> {
    yield header;
    yield ['', istDay(month.from), '', 'Balance before', 'पिछला शेष', '', '', inUnits(month.opening_paise)];
    const context = currentContext();
    for (let last: number | null = 0; last !== null;) {
      const key: [number] = [last];
      // The file is written after the handler has answered: whose it is goes along.
      const lines: SaidLine[] = await runInContext({ ...context, audited: false }, () =>
        this.work.run((tx) =>
          this.statements.lines(tx, month, { limit: piece_lines, key, towards: 'next', wantsCount: false, list: '' }),
        ),
      );
      const piece = lines.slice(0, piece_lines);
      for (const line of piece) yield rowOf(line);
      last = lines.length > piece_lines ? piece.at(-1)!.n : null;
    }
  }
}

const rowOf = (line: SaidLine): OutRow => [
  ...[line.n, istDay(line.posted_at), line.cause, line.says.en, line.says.hi],
  line.amount_paise > 0n ? inUnits(line.amount_paise) : '',
  line.amount_paise < 0n ? inUnits(-line.amount_paise) : '',
  inUnits(line.balance_paise),
];

/** Rupees as a number of a sheet, two places after the point; exact up to ninety lakh crore. */
const inUnits = (paise: bigint): number => Number(paise) / 100;
