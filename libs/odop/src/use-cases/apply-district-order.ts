import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { istDay } from '#platform/time';
import { DistrictMoves } from '../data/district-moves.repository.js';
import { DistrictOrders, type DistrictOrder } from '../data/district-orders.repository.js';
import { Entries, type Entry } from '../data/entries.repository.js';
import { SearchWords } from '../data/search-words.js';
import { assertFits, slugOfNew, withPresentEntries, type DistrictPlan } from '../domain/district-order.js';
import { DistrictChanged, EntryRetired } from '../domain/odop.events.js';

type Split = Extract<DistrictPlan, { kind: 'split' }>;
type Ground = Awaited<ReturnType<DistrictOrders['ground']>>;

@Injectable()
export class ApplyDistrictOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DistrictOrders,
    private readonly moves: DistrictMoves,
    private readonly entries: Entries,
    private readonly words: SearchWords,
  ) {}

  /** Confirmed orders whose first day has begun, the earliest first. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.orders.due(tx, istDay(tx.now), limit);
  }

  /** The clock's part: looked at again under its lock. */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.applied_at === null && order.decision === 'confirmed' && order.effective_from <= istDay(tx.now))
        await this.inside(tx, order);
    });
  }

  /**
   * Carries a confirmed order out. Entries keep their ids, and so do the goods listed under them; PIN codes and entries are
   * kept with where they were until that day, so that what was asked of an earlier day is answered as it was.
   * @rule 
   */
  async inside(tx: Tx, order: DistrictOrder): Promise<void> {
    const named = order.plan.kind === 'split' ? order.plan.into.flatMap(({ entries }) => entries) : [];
    const plan = withPresentEntries(order.plan, await this.orders.present(tx, named));
    const district = {
      id: order.district_id,
      slug: order.district_slug,
      name: order.district_name,
      state_code: order.state_code,
    };
    const ground = await this.orders.ground(tx, district, plan);
    assertFits(plan, ground);
    const successors = await this.carryOut(tx, order, plan, ground);
    await this.orders.applied(tx, order.id);
    for (const id of [order.district_id, ...successors]) await this.words.refreshDistrict(tx, id);
    tx.audit({
      action: `odop.district_${order.kind}`,
      object: { kind: 'odop.district', id: order.district_id },
      after: { orderNo: order.order_no, effectiveFrom: order.effective_from, successors },
      reason: order.reason,
    });
    tx.emit(DistrictChanged, { districtId: order.district_id, kind: order.kind, successorIds: successors });
  }

  private async carryOut(tx: Tx, order: DistrictOrder, plan: DistrictPlan, ground: Ground): Promise<string[]> {
    const { district_id: id, effective_from: day } = order;
    if (plan.kind === 'rename') {
      await this.moves.rename(tx, { ...ground.district, id }, plan.name, day);
      return [];
    }
    if (plan.kind === 'split') return this.divide(tx, order, plan, ground);
    assert(ground.into !== null, 'the district that takes it in was looked up');
    await this.moves.end(tx, id, day, ground.into.id);
    await this.everythingGoes(tx, order, ground.into);
    return [ground.into.id];
  }

  private async divide(tx: Tx, order: DistrictOrder, plan: Split, ground: Ground): Promise<string[]> {
    const { district_id: id, effective_from: day, state_code } = order;
    const taken = new Set(ground.takenSlugs);
    if (plan.ends) await this.moves.end(tx, id, day, null);
    const made: { id: string; slug: string }[] = [];
    for (const wanted of plan.into) {
      const slug = slugOfNew(wanted.name, { stateName: ground.stateName, takenSlugs: taken });
      taken.add(slug);
      const made_id = await this.moves.create(tx, { id, state_code }, { ...wanted, slug }, day);
      await this.moves.movePincodes(tx, id, made_id, day, wanted.pincodes);
      for (const entryId of wanted.entries) await this.moveEntry(tx, order, entryId, { id: made_id, slug });
      made.push({ id: made_id, slug });
    }
    await this.moves.doubtPincodes(tx, id);
    if (plan.ends) await this.everythingGoes(tx, order, made[0]!);
    return made.map((one) => one.id);
  }

  private async everythingGoes(tx: Tx, order: DistrictOrder, to: { id: string; slug: string }): Promise<void> {
    const { district_id: from, effective_from: day } = order;
    await this.moves.movePincodes(tx, from, to.id, day, null);
    await this.moves.moveInfrastructure(tx, from, to.id);
    for (const entryId of await this.moves.openEntries(tx, from)) await this.moveEntry(tx, order, entryId, to);
  }

  /** An entry goes to another district; one whose product is listed there already is followed by that. @rule SM-2 */
  private async moveEntry(tx: Tx, order: DistrictOrder, id: string, to: { id: string; slug: string }): Promise<void> {
    const entry = await this.entries.lock(tx, id);
    const same = await this.moves.sameProduct(tx, entry, to.id);
    if (same?.in_force === true && (entry.state === 'live' || entry.state === 'suspended'))
      return this.giveWay(tx, order, entry, same.id);
    const position = await this.moves.leave(tx, id, order.district_id, to.id, order.effective_from);
    const slug = same === null ? entry.slug : `${entry.slug}-${order.district_slug}`;
    const change = { district_id: to.id, district_slug: to.slug, position, slug };
    await this.entries.change(tx, entry, 'change_district', change, `Order ${order.order_no}: ${order.reason}`);
  }

  private async giveWay(tx: Tx, order: DistrictOrder, entry: Entry, successorId: string): Promise<void> {
    let old = entry;
    if (old.state === 'suspended') {
      await this.entries.move(tx, old, 'resume', { reason: 'Its district is merged.' });
      old = await this.entries.lock(tx, entry.id);
    }
    await this.entries.move(tx, old, 'succeed', {
      reason: `Order ${order.order_no}: the other district lists ${entry.product} already.`,
      change: { effective_to: order.effective_from },
    });
    tx.emit(EntryRetired, { entryId: entry.id, districtId: entry.district_id, successorId });
  }
}
