import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { grievanceOfficer } from '#sellers';
import { PolicyQuery, type ParameterValue } from '#policy';
import { carriageBackFor, type ReturnReason } from '../domain/return-request.js';
import { returnsAs, returnWindows, type ReturnsAs } from '../domain/return-terms.js';

const makerRow = z.object({
  seller_id: z.uuid(),
  name: z.string(),
  place: z.string(),
  state_code: z.string(),
  reviews: z.number(),
  rating_tenths: z.number(),
  care_phone: z.string().nullable(),
  care_email: z.string().nullable(),
  grievance_officer: grievanceOfficer.nullable(),
});
export type ShownMaker = z.infer<typeof makerRow>;

/** What a shopper is told of who sells to her and on which terms, before she orders. @rule   */
export interface Shown {
  /** By seller id: the name a maker is registered under, where she is, where she is asked, who answers there for complaints, and what buyers thought. */
  makers: ReadonlyMap<string, ShownMaker>;
  /** Days after delivery in which goods of each kind come back without a defect. */
  return_days: Readonly<Record<ReturnsAs, number>>;
  /** The same with a defect, whatever they are. */
  defect_days: number;
  /** Reasons of a return for which the carriage of the way out comes back too. */
  carriageBackFor: readonly ReturnReason[];
  /** Where the platform is asked, and who answers there for complaints. */
  care: ParameterValue<'care.contact'>;
  grievanceOfficer: ParameterValue<'care.grievance_officer'>;
}

@Injectable()
export class ShownMakersQuery {
  constructor(private readonly policy: PolicyQuery) {}

  /** @param orderedAt  terms are those of the day she orders, or ordered @rule  */
  async of(tx: Tx, sellerIds: readonly string[], orderedAt: Date = tx.now): Promise<Shown> {
    const rows = await tx.many(
      makerRow,
      `select s.seller_id, s.name, s.place, s.state_code, coalesce(r.reviews, 0) as reviews,
              coalesce(r.rating_tenths, 0) as rating_tenths, c.phone as care_phone, c.email as care_email, s.grievance_officer
         from sellers.v_seller s
         left join catalogue.v_rating r on r.subject_id = s.seller_id
         left join catalogue.v_care c on c.seller_id = s.seller_id
        where s.seller_id = any($1::uuid[])`,
      [[...new Set(sellerIds)]],
    );
    const days = returnsAs.map((kind) => [kind, this.policy.at(returnWindows[kind], tx.now)] as const);
    return {
      makers: new Map(rows.map((row) => [row.seller_id, row])),
      return_days: Object.fromEntries(days) as Record<ReturnsAs, number>,
      defect_days: this.policy.at('retail.return_window_days', tx.now),
      carriageBackFor: carriageBackFor(this.policy.at('returns.carriage_back_for', orderedAt)),
      care: this.policy.at('care.contact', tx.now),
      grievanceOfficer: this.policy.at('care.grievance_officer', tx.now),
    };
  }
}
