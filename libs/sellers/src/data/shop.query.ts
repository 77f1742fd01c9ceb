import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { sellerStates, standingOf, type Standing } from '../domain/seller.states.js';
import { restrictions, type TermedPaper } from '../domain/paper-terms.rules.js';
import { sellerClasses } from '../domain/seller-class.js';
import { fail } from '../domain/seller.errors.js';
import { Measures, type Appeal, type Measure } from './measures.repository.js';
import { Renewals, type Renewal } from './renewals.repository.js';
import { Sellers, type Seller } from './sellers.repository.js';

const historyRow = z.object({
  event: z.string(),
  to_state: z.enum(sellerStates.names),
  reason: z.string().nullable(),
  at: z.date(),
});
export type HistoryLine = z.infer<typeof historyRow>;

/** A shop as its own people and the incident desk see it. */
export interface ShopView {
  seller: Seller;
  standing: Standing;
  papers: readonly TermedPaper[];
  renewals: readonly Renewal[];
  measures: readonly Measure[];
  appeals: readonly Appeal[];
  history: readonly HistoryLine[];
}

const lineRow = z.object({
  id: z.uuid(),
  name: z.string(),
  class: z.enum(sellerClasses),
  state: z.enum(sellerStates.names),
  state_since: z.date(),
  since_key: z.string(),
  due_at: z.date().nullable(),
  restricted_kinds: z.array(z.enum(restrictions)),
});
export type ShopLine = z.infer<typeof lineRow>;
export const shopKey = z.tuple([z.string(), z.uuid()]);

const appealLine = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  name: z.string(),
  words: z.string(),
  made_at: z.date(),
  severity: z.string(),
  incident: z.string(),
  measure_reason: z.string(),
  until: z.date().nullable(),
});
export type AppealLine = z.infer<typeof appealLine>;

@Injectable()
export class ShopQuery {
  constructor(
    private readonly sellers: Sellers,
    private readonly renewals: Renewals,
    private readonly measures: Measures,
  ) {}

  /** The shop the caller acts for. @throws seller_unknown (404) @rule S-42 */
  async own(tx: Tx): Promise<ShopView> {
    if (tx.actor.organisationId === null) throw fail('seller_unknown');
    return this.view(tx, await this.sellers.findOfShop(tx, tx.actor.organisationId));
  }

  /** Any shop that was once approved, for the incident desk of the platform. @throws seller_unknown (404) */
  async forConduct(tx: Tx, sellerId: string): Promise<ShopView> {
    return seeingAll(tx, async () => {
      const seller = await this.sellers.find(tx, sellerId);
      if (seller.verified_at === null) throw fail('seller_unknown');
      return this.view(tx, seller);
    });
  }

  /** Shops in a state, the longest in it first, for the incident desk. */
  inState(
    tx: Tx,
    state: (typeof sellerStates.names)[number],
    request: PageRequest<z.infer<typeof shopKey>>,
  ): Promise<ShopLine[]> {
    const part = keyset(request, ['state_since', 'id'], 'asc', 2);
    return tx.many(
      lineRow,
      `select id, name, class, state, state_since, state_since::text as since_key, due_at, restricted_kinds
         from sellers.seller where state = $1 and verified_at is not null ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [state, ...part.values],
    );
  }

  /** Appeals that wait on the desk of the caller's office, the oldest first. @rule S-42 */
  appealsOnDesk(tx: Tx): Promise<AppealLine[]> {
    return seeingAll(tx, () =>
      tx.many(
        appealLine,
        `select a.id, a.seller_id, s.name, a.words, a.made_at, m.severity, m.incident, m.reason as measure_reason, m.until
           from sellers.appeal a
           join sellers.seller s on s.id = a.seller_id
           join sellers.measure m on m.id = a.measure_id
          where a.desk_id = $1 and a.decided_at is null order by a.made_at, a.id limit 100`,
        [tx.actor.organisationId],
      ),
    );
  }

  private async view(tx: Tx, seller: Seller): Promise<ShopView> {
    const history = await tx.many(
      historyRow,
      `select event, to_state, reason, at from sellers.seller_history where seller_id = $1 order by seq desc limit 100`,
      [seller.id],
    );
    return {
      seller,
      standing: standingOf(seller.state, seller.restricted_kinds),
      papers: await this.renewals.terms(tx, seller.id),
      renewals: await this.renewals.of(tx, seller.id),
      measures: await this.measures.of(tx, seller.id),
      appeals: await this.measures.appeals(tx, seller.id),
      history,
    };
  }
}
