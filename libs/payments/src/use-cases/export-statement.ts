import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { UnitOfWork } from '#platform/database';
import { currentContext, runInContext } from '#platform/observability';
import { tablePdf, type PrintRow } from '#platform/print';
import { csvOf, type OutRow } from '#platform/sheets';
import { istDay } from '#platform/time';
import { SellersQuery } from '#sellers';
import { StatementsQuery, type MonthStatement, type SaidLine } from '../data/statements.query.js';
import { inRupees } from '../domain/statement-words.js';

const piece_lines = 500;
const header = ['No.', 'Day', 'For', 'What', 'क्या', 'In (₹)', 'Out (₹)', 'Balance (₹)'];

@Injectable()
export class ExportStatement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: StatementsQuery,
    private readonly sellers: SellersQuery,
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

  /**
   * The same on paper, A4: what a bank or an office is shown.
   * @param month  `2027-03`
   * @rule S-42
   */
  async pdf(month: string): Promise<Readable> {
    const { whole, name, now } = await this.work.run(async (tx) => ({
      whole: await this.statements.month(tx, month),
      name: (await this.sellers.byId(tx, tx.actor.organisationId!)).name,
      now: tx.now,
    }));
    // A month that is over never changes: printed again it is the same paper, to the byte.
    const madeAt = whole.before > now ? now : whole.before;
    const about = [
      name,
      `${istDay(whole.from)} \u2013 ${istDay(new Date(whole.before.getTime() - 1))}`,
      `Balance before पिछला शेष ${inRupees(whole.opening_paise)} \u2022 after बाद का शेष ${inRupees(whole.closing_paise)}`,
    ];
    return tablePdf({ title: 'Statement of account खाता विवरण', about, columns: paper, madeAt }, this.printed(whole));
  }

  private async *printed(month: MonthStatement): AsyncGenerator<PrintRow> {
    for await (const line of this.lines(month)) yield printedOf(line);
    yield ['', '', ['Balance after', 'बाद का शेष'], '', '', plainly(month.closing_paise)];
  }

  private async *rows(month: MonthStatement): AsyncGenerator<OutRow> {
    yield header;
    yield ['', istDay(month.from), '', 'Balance before', 'पिछला शेष', '', '', inUnits(month.opening_paise)];
    for await (const line of this.lines(month)) yield rowOf(line);
  }

  private async *lines(month: MonthStatement): AsyncGenerator<SaidLine> {
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
      yield* piece;
      last = lines.length > piece_lines ? piece.at(-1)!.n : null;
    }
  }
}

const paper = [
  { title: 'No. क्र.', width: 4, align: 'right' },
  { title: 'Day दिन', width: 9 },
  { title: 'What क्या', width: 43 },
  { title: 'In ₹ जमा', width: 12, align: 'right' },
  { title: 'Out ₹ खर्च', width: 12, align: 'right' },
  { title: 'Balance ₹ शेष', width: 12, align: 'right' },
] as const;

const printedOf = (line: SaidLine): PrintRow => [
  String(line.n),
  istDay(line.posted_at),
  [line.says.en, line.says.hi, line.cause.replace(':', ' ')],
  line.amount_paise > 0n ? plainly(line.amount_paise) : '',
  line.amount_paise < 0n ? plainly(-line.amount_paise) : '',
  plainly(line.balance_paise),
];

/** Grouped as in India, without the sign of the column's head. */
const plainly = (paise: bigint): string => inRupees(paise).replace('₹', '');

const rowOf = (line: SaidLine): OutRow => [
  ...[line.n, istDay(line.posted_at), line.cause, line.says.en, line.says.hi],
  line.amount_paise > 0n ? inUnits(line.amount_paise) : '',
  line.amount_paise < 0n ? inUnits(-line.amount_paise) : '',
  inUnits(line.balance_paise),
];

/** Rupees as a number of a sheet, two places after the point; exact up to ninety lakh crore. */
const inUnits = (paise: bigint): number => Number(paise) / 100;
