import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { Papers, type Paper } from './evidence.repository.js';
import { Renewals, type Renewal } from './renewals.repository.js';
import { Sellers } from './sellers.repository.js';

const lineRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  name: z.string(),
  what: z.enum(['renewal', 'payout_account']),
  kind: z.string(),
  since: z.date(),
  since_key: z.string(),
});
export type PaperDeskLine = z.infer<typeof lineRow>;
export const paperDeskKey = z.tuple([z.string(), z.uuid()]);

/** What waits on a desk for one seller: renewed papers, and an account whose name no machine could match. */
export interface WaitingPapers {
  renewals: readonly (Renewal & { value: Paper['value'] })[];
  account: Paper | null;
}

/** Papers of shops at work that wait for the officer of their desk. @rule S-42 */
@Injectable()
export class PaperDeskQuery {
  constructor(
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly renewals: Renewals,
  ) {}

  /** The longest waiting first. */
  onDesk(tx: Tx, request: PageRequest<z.infer<typeof paperDeskKey>>): Promise<PaperDeskLine[]> {
    const part = keyset(request, ['w.since', 'w.id'], 'asc', 2);
    return tx.many(
      lineRow,
      `select w.id, w.seller_id, s.name, w.what, w.kind, w.since, w.since::text as since_key
         from (select id, seller_id, 'renewal' as what, kind, given_at as since
                 from sellers.renewal where state = 'waiting'
               union all
               select id, seller_id, 'payout_account', kind, given_at
                 from sellers.evidence
                where kind = 'bank_account' and finding = 'manual' and replaced_at is null) w
         join sellers.seller s on s.id = w.seller_id
        where s.verified_at is not null and s.state not in ('closed', 'debarred')
          and (s.desk_id = $1 or (s.above_desk_id = $1 and s.escalated_at is not null)) ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.organisationId, ...part.values],
    );
  }

  /** Of one seller; that it was read goes into the audit trail. @throws seller_unknown (404) @rule S-42 */
  async one(tx: Tx, sellerId: string): Promise<WaitingPapers> {
    const seller = await this.sellers.findOnDesk(tx, sellerId);
    tx.audit({ action: 'sellers.papers_read', object: { kind: 'seller', id: sellerId } });
    const account = (await this.papers.current(tx, sellerId)).find(
      ({ kind, finding }) => kind === 'bank_account' && finding === 'manual',
    );
    return {
      renewals: await this.renewals.waiting(tx, sellerId),
      account: seller.verified_at === null ? null : (account ?? null),
    };
  }
}
