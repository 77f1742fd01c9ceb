import { Injectable } from '@nestjs/common';
import { OffersQuery, unitPriceOf, type OfferForSale } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { IssueContract } from '../contract/issue-contract.js';
import { Comparisons, type Sheet } from '../data/comparisons.repository.js';
import type { Contract } from '../data/contracts.repository.js';
import { Demands, type Demand } from '../data/demands.repository.js';
import { OfficeAudienceQuery } from '../data/office-audience.query.js';
import { AssertMode } from '../method/assert-mode.js';
import { SplitWarnings } from '../method/split-warnings.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { outOf, type SheetStale } from './compare.js';

@Injectable()
export class PlaceL1Purchase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly comparisons: Comparisons,
    private readonly officers: Officers,
    private readonly offers: OffersQuery,
    private readonly audiences: OfficeAudienceQuery,
    private readonly assertMode: AssertMode,
    private readonly issueContract: IssueContract,
    private readonly warnings: SplitWarnings,
  ) {}

  /**
   * Orders from the sheet: nobody chooses a seller. When the sheet is too old, or its cheapest offer is not what it was,
   * the demand is free to be compared again, which stays so although the order is refused.
   * @throws comparison_not_found · acts_not_separate · duties_not_separate · l1_sheet_stale · mode_not_allowed ·
   *         split_block · out_of_stock · illegal_transition
   * @rule       SM-7
   */
  async run(comparisonId: string): Promise<Contract> {
    const placed = await this.warnings.keeping(
      async (tx) => (await this.comparisons.find(tx, comparisonId)).demand_id,
      () => this.work.run((tx) => this.place(tx, comparisonId)),
    );
    if (typeof placed === 'string') throw fail('l1_sheet_stale', { why: placed });
    return placed;
  }

  private async place(tx: Tx, comparisonId: string): Promise<Contract | SheetStale> {
    const { personId, officeId } = officerOf(tx);
    const sheet = await this.comparisons.find(tx, comparisonId);
    if (sheet.office_id !== officeId) throw fail('comparison_not_found');
    const demand = await this.demands.lockOf(tx, sheet.demand_id, officeId);
    await this.officers.assertMay(tx, 'place_order', demand.id);
    if (demand.comparison_id !== sheet.id) return 'replaced';
    const offer = (await this.offers.stillForSale(tx, [sheet.chosen_offer_id])).get(sheet.chosen_offer_id);
    const stale = staleness(sheet, demand, offer, tx.now);
    if (demand.state === 'compared' && stale !== null) {
      await this.demands.move(tx, demand, 'rerun', { comparison_id: null }, stale);
      return stale;
    }
    const placed = await this.demands.move(tx, demand, 'place_compared');
    assert(offer, 'a sheet that holds has its offer');
    const audience = await this.audiences.of(tx, officeId);
    const category = offer.hsn.slice(0, 4);
    const total_paise = sheet.chosen_total_paise;
    const earlier_paise = await this.assertMode.inside(tx, {
      ...{ asked: 'l1' as const, officeId, audience, value_paise: total_paise, category },
      ...{ isJustified: demand.justification !== null, mayPass: demand.head_approved_by !== null, demandId: demand.id },
    });
    return this.issueContract.inside(tx, {
      ...{ demand: placed, audience, total_paise, earlier_paise, orderedBy: personId },
      offer: { ...offer, price_paise: unitPriceOf(offer, demand.quantity, 'government'), category },
      ...{ method: 'l1', comparisonId: sheet.id },
    });
  }
}

/** Why the sheet can no longer be ordered from; null when it can. @rule SM-7 */
function staleness(sheet: Sheet, demand: Demand, offer: OfferForSale | undefined, now: Date): SheetStale | null {
  if (sheet.valid_until <= now) return 'expired';
  if (offer === undefined || outOf({ ...offer, isForSale: true }, demand).length > 0) return 'terms';
  const total_paise = unitPriceOf(offer, demand.quantity, 'government') * BigInt(demand.quantity);
  return total_paise === sheet.chosen_total_paise ? null : 'price';
}
