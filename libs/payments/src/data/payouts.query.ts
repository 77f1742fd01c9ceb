import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { istDay } from '#platform/time';
import { MembersQuery } from '#sellers';
import { partsOf } from '../domain/payout-parts.js';
import { fail } from '../domain/payment.errors.js';
import { payoutStates } from '../domain/payment.states.js';
import { PayoutPartEntity } from './payment.entity.js';

const payoutRow = z.object({
  id: z.uuid(),
  cause_kind: cause.shape.kind,
  cause_id: z.uuid(),
  seller_id: z.uuid(),
  amount_paise: paiseColumn,
  state: z.enum(payoutStates.names),
  utr: z.string().nullable(),
  made_at: z.date(),
  settled_at: z.date().nullable(),
});
/** Money on its way to a shop, or there. */
export type PayoutRow = z.infer<typeof payoutRow>;

const partRow = z.object({ member_id: z.uuid(), share_bp: z.number(), amount_paise: paiseColumn });
/** What a member gets of a payout, with her name as the group wrote it; empty when she was erased. */
export type PartLine = z.infer<typeof partRow> & { name: string; left_on: string | null };

const ownPartRow = partRow.extend({
  payout_id: z.uuid(),
  seller_id: z.uuid(),
  payout_paise: paiseColumn,
  settled_at: z.date(),
  utr: z.string().nullable(),
});
/** The same for herself, with the payout it is a part of. */
export type OwnPart = z.infer<typeof ownPartRow> & { shop: string };

const columns = `id, cause_kind, cause_id, seller_id, amount_paise, state, utr, made_at, settled_at`;

/** Payouts of a shop, and what each member of a group gets of one. */
@Injectable()
export class PayoutsQuery {
  constructor(private readonly members: MembersQuery) {}

  /** A shop's payouts, newest first. @rule S-42 */
  page(tx: Tx, sellerId: string, request: PageRequest): Promise<PayoutRow[]> {
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from payments.payout
                  where seller_id = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(payoutRow, sql, [sellerId, ...page.values]);
  }

  /** One of the caller's own shop. @throws payout_unknown (404) @rule S-42 */
  async own(tx: Tx, id: string): Promise<PayoutRow> {
    const sql = `select ${columns} from payments.payout where id = $1 and seller_id = $2`;
    const found = await tx.maybe(payoutRow, sql, [id, tx.actor.organisationId]);
    if (!found) throw fail('payout_unknown');
    return found;
  }

  /**
   * What each member of the caller's group gets of a payout, those who left since among them; nobody for shops without
   * shares, and before the money is there.
   * @throws payout_unknown (404)
   * @rule S-9 S-42
   */
  async statement(tx: Tx, id: string): Promise<{ payout: PayoutRow; parts: PartLine[] }> {
    const payout = await this.own(tx, id);
    const rows = await tx.many(
      partRow,
      `select member_id, share_bp, amount_paise from payments.payout_part where payout_id = $1
        order by share_bp desc, member_id`,
      [id],
    );
    const names = new Map((await this.members.named(tx, payout.seller_id)).map((member) => [member.id, member]));
    const parts = rows.map((row) => {
      const member = names.get(row.member_id);
      return { ...row, name: member?.name ?? '', left_on: member?.left_on ?? null };
    });
    return { payout, parts };
  }

  /** The caller's own parts in the groups that keep her as a member, the latest first. @rule S-42 S-66 */
  async mine(tx: Tx): Promise<OwnPart[]> {
    const groups = await this.members.mine(tx);
    const shops = new Map(groups.map((group) => [group.id, group.shop]));
    const rows = await seeingAll(tx, () =>
      tx.many(
        ownPartRow,
        `select s.member_id, s.share_bp, s.amount_paise, p.id as payout_id, p.seller_id, p.amount_paise as payout_paise,
                p.settled_at, p.utr
           from payments.payout_part s join payments.payout p on p.id = s.payout_id
          where s.member_id = any($1::uuid[]) order by p.settled_at desc, p.id desc limit 100`,
        [[...shops.keys()]],
      ),
    );
    return rows.map((row) => ({ ...row, shop: shops.get(row.member_id) ?? '' }));
  }

  /** Writes down what each member gets, by the shares of the day the money is there. Once, with the payment itself. @rule S-9 */
  async keepParts(tx: Tx, payout: { id: string; seller_id: string; amount_paise: bigint }): Promise<void> {
    const shares = await this.members.sharesOn(tx, payout.seller_id, istDay(tx.now));
    const parts = partsOf(payout.amount_paise, shares);
    if (parts.length === 0) return;
    await tx.insert(
      PayoutPartEntity,
      parts.map(({ memberId, share_bp, amount_paise }) => ({
        payout_id: payout.id,
        member_id: memberId,
        seller_id: payout.seller_id,
        share_bp,
        amount_paise: amount_paise.toString(),
      })),
    );
  }
}
