import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { spanOf, StatementQuery, statementKey, type Account, type Statement, type StatementLine } from '#ledger';
import type { Tx } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { assert } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { saysLine, type EarningBasis, type LineFacts, type Said } from '../domain/statement-words.js';

const basis = z.object({
  taxable_paise: z.number().optional(),
  collected_on_paise: z.number().optional(),
  tcs_bp: z.number().optional(),
  fee_gst_bp: z.number().optional(),
  milestone_paise: z.number().optional(),
  payee: z.enum(['individual', 'other', 'no_pan']).optional(),
}) satisfies z.ZodType<EarningBasis>;
const factsRow = z.object({ cause: z.string(), basis: basis.nullable(), utr: z.string().nullable() });
const onWay = z.object({ on_way_paise: paiseColumn });

/** A month of a maker's account, in India's time. */
export interface MonthStatement extends Statement {
  month: string;
  from: Date;
  before: Date;
}

export type SaidLine = StatementLine & { says: Said };

/** What a maker has coming: owed to her, of it on its way to her bank, and the rest. */
export interface SellerBalance {
  owed_paise: Paise;
  on_way_paise: Paise;
  /** Below nothing while later sales have to make up for something. */
  waiting_paise: Paise;
}

/** Statements of a maker's account: every deduction in words, with the rates it was worked out with. */
@Injectable()
export class StatementsQuery {
  constructor(private readonly statements: StatementQuery) {}

  /** A month of the caller's shop. @param month  `2027-03` @rule S-42 */
  async month(tx: Tx, month: string): Promise<MonthStatement> {
    const { from, before } = spanOf(month);
    return { month, from, before, ...(await this.statements.of(tx, ownAccount(tx), from, before)) };
  }

  /** Lines of such a month, in words. @rule S-42 */
  async lines(tx: Tx, month: MonthStatement, request: PageRequest<z.infer<typeof statementKey>>): Promise<SaidLine[]> {
    const lines = await this.statements.lines(tx, ownAccount(tx), month, request);
    const facts = await this.facts(tx, ownAccount(tx).owner, lines);
    return lines.map((line) => {
      const known = facts.get(line.cause) ?? { basis: null, utr: null };
      return { ...line, says: saysLine(line.why, { ...known, isBack: line.amount_paise > 0n }) };
    });
  }

  /** @rule S-42 */
  async balance(tx: Tx): Promise<SellerBalance> {
    const account = ownAccount(tx);
    const { opening_paise: owed_paise } = await this.statements.of(tx, account, endOfTime, endOfTime);
    const row = await tx.maybe(
      onWay,
      `select coalesce(sum(amount_paise), 0)::bigint as on_way_paise from payments.payout
        where seller_id = $1 and state in ('scheduled', 'sent')`,
      [account.owner],
    );
    const on_way_paise = row?.on_way_paise ?? 0n;
    return { owed_paise, on_way_paise, waiting_paise: owed_paise - on_way_paise };
  }

  private async facts(tx: Tx, sellerId: string, lines: readonly StatementLine[]): Promise<Map<string, LineFacts>> {
    const causes = [...new Set(lines.map((line) => line.cause))];
    const rows = await tx.many(
      factsRow,
      `select c.cause, e.basis, p.utr
         from (select cause, split_part(cause, ':', 1) as kind, split_part(cause, ':', 2)::uuid as id
                 from unnest($2::text[]) as cause) c
         left join payments.earning e
                on e.kind = 'sale' and e.cause_kind = c.kind and e.cause_id = c.id and e.seller_id = $1
         left join payments.payout p on p.cause_kind = c.kind and p.cause_id = c.id and p.seller_id = $1`,
      [sellerId, causes],
    );
    return new Map(rows.map((row) => [row.cause, row]));
  }
}

/** Later than anything is posted, within what a timestamp holds. */
const endOfTime = new Date('9999-01-01T00:00:00Z');

function ownAccount(tx: Tx): Account {
  assert(tx.actor.organisationId !== null, 'a statement is asked for by who acts for a shop');
  return { code: 'seller_payable', owner: tx.actor.organisationId };
}
