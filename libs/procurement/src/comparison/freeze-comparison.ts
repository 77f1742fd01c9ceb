import { Injectable } from '@nestjs/common';
import { ComparableOffersQuery } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PolicyQuery, type Audience } from '#policy';
import { Comparisons, type Sheet } from '../data/comparisons.repository.js';
import { Demands, type Demand } from '../data/demands.repository.js';
import { OfficeAudienceQuery } from '../data/office-audience.query.js';
import { ComparisonEntity } from '../data/procurement.entity.js';
import { AssertMode } from '../method/assert-mode.js';
import { SplitWarnings } from '../method/split-warnings.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { compare } from './compare.js';

/** More matching offers than anybody reads: the demand then says too little of what is wanted. */
export const offers_max = 2_000;

@Injectable()
export class FreezeComparison {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly comparisons: Comparisons,
    private readonly officers: Officers,
    private readonly offers: ComparableOffersQuery,
    private readonly policy: PolicyQuery,
    private readonly audiences: OfficeAudienceQuery,
    private readonly assertMode: AssertMode,
    private readonly warnings: SplitWarnings,
  ) {}

  /**
   * Compares what is on sale now with what the demand says, and keeps the sheet as it is. A demand that has one gets a new
   * one; the old one stays readable.
   * @throws demand_not_found · acts_not_separate · duties_not_separate · nothing_to_compare · comparison_too_wide ·
   *         l1_insufficient_competition · funds_too_small · mode_not_allowed · split_block · illegal_transition
   * @rule     SM-7
   */
  run(demandId: string): Promise<Sheet> {
    return this.warnings.keeping(
      async () => demandId,
      () => this.freeze(demandId),
    );
  }

  private freeze(demandId: string): Promise<Sheet> {
    return this.work.run(async (tx) => {
      const { officeId } = officerOf(tx);
      const demand = await this.demands.lockOf(tx, demandId, officeId);
      await this.officers.assertMay(tx, 'place_order', demand.id);
      const id = newId();
      await this.demands.move(tx, await this.free(tx, demand), 'compare', { comparison_id: id });
      return this.write(tx, id, demand, await this.audiences.of(tx, officeId));
    });
  }

  /** By the clock: a sheet too old to order from lets its demand go; does nothing if it was ordered from. @rule */
  lapse(demandId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const demand = await this.demands.lock(tx, demandId);
      if (demand.state !== 'compared' || demand.comparison_id === null) return;
      const { valid_until } = await this.comparisons.find(tx, demand.comparison_id);
      if (valid_until > tx.now) return;
      await this.demands.move(tx, demand, 'rerun', { comparison_id: null }, 'the comparison is too old');
    });
  }

  private async free(tx: Tx, demand: Demand): Promise<Demand> {
    if (demand.state !== 'compared') return demand;
    return this.demands.move(tx, demand, 'rerun', { comparison_id: null }, 'compared again');
  }

  private async write(tx: Tx, id: string, demand: Demand, audience: Audience): Promise<Sheet> {
    const { goods, quantity, to_pincode, delivery_days } = demand;
    if (goods === null) throw fail('nothing_to_compare');
    const wanted = { ...goods, odopEntryId: demand.odop_entry_id };
    const offers = await this.offers.of(tx, wanted, offers_max + 1);
    if (offers.length > offers_max) throw fail('comparison_too_wide', { offers_max });
    const minima = {
      manufacturers: this.policy.at('l1.min_manufacturers', tx.now, audience),
      sellers: this.policy.at('l1.min_sellers', tx.now, audience),
    };
    const sheet = { id, at: tx.now };
    const found = compare(offers, { quantity, to_pincode, delivery_days }, minima, sheet);
    if (found.chosen === null) throw fail('l1_insufficient_competition', found.competition);
    const { line, tie } = found.chosen;
    const facts = new Map(offers.map((offer) => [offer.offerId, offer]));
    await this.assertPayable(tx, demand, audience, line.total_paise, facts.get(line.offerId)!.hsn);
    await tx.insert(ComparisonEntity, {
      id,
      demand_id: demand.id,
      office_id: demand.office_id,
      made_by: officerOf(tx).personId,
      wish: { ...goods, quantity, to_pincode, delivery_days },
      decision: {
        conditions: found.conditions,
        lines: found.lines.map((one) => ({
          ...one,
          unit_price_paise: one.unit_price_paise.toString(),
          total_paise: one.total_paise.toString(),
          brand: facts.get(one.offerId)!.brand,
          state_code: facts.get(one.offerId)!.sellerStateCode,
        })),
        tie,
      },
      chosen_offer_id: line.offerId,
      chosen_total_paise: line.total_paise.toString(),
      policy: this.policy.snapshot(
        ['proc.direct.max', 'proc.l1.max', 'l1.min_manufacturers', 'l1.min_sellers', 'l1.sheet_valid_days'],
        tx.now,
        audience,
      ),
      valid_until: this.policy.deadline('l1.sheet_valid_days', tx.now, audience),
      made_at: tx.now,
    });
    return this.comparisons.find(tx, id);
  }

  /** What can never be ordered is not compared either. */
  private async assertPayable(tx: Tx, demand: Demand, audience: Audience, value_paise: Paise, hsn: string) {
    if (value_paise > demand.estimate_paise)
      throw fail('funds_too_small', { value_paise: String(value_paise), blocked_paise: String(demand.estimate_paise) });
    await this.assertMode.inside(tx, {
      ...{ asked: 'l1' as const, officeId: demand.office_id, audience, value_paise },
      ...{ category: hsn.slice(0, 4), isJustified: demand.justification !== null },
      ...{ mayPass: demand.head_approved_by !== null, demandId: demand.id },
    });
  }
}
