import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { lacking, lacks, progress, type Lack, type Progress } from '../domain/application.js';
import { evidenceKinds, needOf, type EvidenceKind, type Need } from '../domain/evidence-matrix.js';
import { saysLack, type Said } from '../domain/evidence-words.js';
import { sellerStates } from '../domain/seller.states.js';
import { Papers, type Paper } from './evidence.repository.js';
import { Sellers, type Seller } from './sellers.repository.js';

const historyRow = z.object({
  event: z.string(),
  from_state: z.enum(sellerStates.names).nullable(),
  to_state: z.enum(sellerStates.names),
  reason: z.string().nullable(),
  asks: z.array(z.object({ kind: z.enum(evidenceKinds), reason: z.string() })).nullable(),
  at: z.date(),
});

/** An application with its papers, and what it still lacks. */
export interface ApplicationView {
  seller: Seller;
  papers: readonly Paper[];
  /** What the class is asked for, in order. */
  needs: readonly { kind: EvidenceKind; need: Need }[];
  missing: readonly string[];
  /** The same in plain words. */
  todo: readonly (Lack & { says: Said })[];
  progress: Progress;
  history: readonly z.infer<typeof historyRow>[];
}

@Injectable()
export class ApplicationsQuery {
  constructor(
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
  ) {}

  /** The applicant's own. @throws seller_unknown (404) @rule S-42 */
  async own(tx: Tx, sellerId: string): Promise<ApplicationView> {
    return this.view(tx, await this.sellers.findOwn(tx, sellerId));
  }

  /** One on the caller's desk; that it was read goes into the audit trail. @throws seller_unknown (404) @rule S-42 */
  async onDesk(tx: Tx, sellerId: string): Promise<ApplicationView> {
    const seller = await this.sellers.findOnDesk(tx, sellerId);
    tx.audit({ action: 'sellers.papers_read', object: { kind: 'seller', id: sellerId } });
    return this.view(tx, seller);
  }

  private async view(tx: Tx, seller: Seller): Promise<ApplicationView> {
    const papers = await this.papers.current(tx, seller.id);
    const history = await tx.many(
      historyRow,
      `select event, from_state, to_state, reason, asks, at
         from (select * from sellers.seller_history where seller_id = $1 order by seq desc limit 100) last order by seq`,
      [seller.id],
    );
    const values = papers.map((paper) => paper.value);
    const bearers_min = this.policy.at('seller.shg_office_bearers', tx.now);
    const pan_above_paise = this.policy.at('seller.shg_pan_above', tx.now);
    const missing = lacks(seller.class, values, bearers_min, pan_above_paise);
    return {
      seller,
      papers,
      history,
      needs: evidenceKinds
        .map((kind) => ({ kind, need: needOf(kind, seller.class) }))
        .filter((row) => row.need !== '–'),
      missing: lacking(seller.class, values, bearers_min, pan_above_paise),
      todo: missing.map((lack) => ({ ...lack, says: saysLack(lack, bearers_min) })),
      progress: progress(seller.class, values, missing, pan_above_paise),
    };
  }
}
