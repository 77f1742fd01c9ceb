import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { istDay, startOfIstDay } from '#platform/time';
import { Entries, type Entry } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { missingFromDossier } from '../domain/dossier.js';
import { secondPair, type OfficerStep } from '../domain/entry-desk.js';
import { EntryHandedOn, EntryRetired, EntrySuspended } from '../domain/odop.events.js';
import { fail } from '../domain/odop.errors.js';
import type { OdopEntryEvent, OdopEntryState } from '../domain/odop-entry.states.js';

export type Decision = Extract<OfficerStep, OdopEntryEvent>;

/** What an officer says with a decision. */
export interface DecisionWords {
  reason: string;
  decisionNo?: string;
  decisionOn?: string;
  /** First legal day it is in force; only with `confirm`, today if left out. */
  effectiveFrom?: string;
}

/** Steps that only go ahead with a whole dossier. */
const wantWhole: ReadonlySet<string> = new Set(['complete_dossier', 'approve']);

@Injectable()
export class DecideOdopEntry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
  ) {}

  /**
   * One officer's step with an entry, by the office whose step it is. Of two officers at once the first decides, the other
   * finds it decided.
   * @returns the state it is in now
   * @throws odop_entry_not_found (404), outside_your_desk, same_officer_twice (403), illegal_transition, withdrawal_not_asked (409),
   *   dossier_incomplete, effective_day_passed (422)
   * @rule SM-2
   */
  run(entryId: string, step: Decision, words: DecisionWords): Promise<OdopEntryState> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, step, entry);
      await this.assertSecondPair(tx, entry, step);
      if (step === 'withdraw' && entry.state === 'live' && !entry.withdrawal_asked) throw fail('withdrawal_not_asked');
      if (wantWhole.has(step)) await this.assertWhole(tx, entry);
      const state = await this.entries.move(tx, entry, step, this.moveOf(tx, step, words));
      this.tell(tx, entry, step, state);
      return state;
    });
  }

  private moveOf(tx: Tx, step: Decision, { reason, decisionNo, decisionOn, effectiveFrom }: DecisionWords) {
    const today = istDay(tx.now);
    const order = {
      ...(decisionNo === undefined ? {} : { decision_no: decisionNo }),
      ...(decisionOn === undefined ? {} : { decision_on: decisionOn }),
    };
    if (step === 'withdraw') return { reason, change: { ...order, effective_to: today } };
    if (step !== 'confirm') return { reason, change: order };
    const day = effectiveFrom ?? today;
    if (day < today) throw fail('effective_day_passed', { day, today });
    return { reason, due_at: startOfIstDay(day), change: { ...order, effective_from: day } };
  }

  private async assertSecondPair(tx: Tx, entry: Entry, step: Decision): Promise<void> {
    const before = secondPair[step];
    if (before === undefined || tx.actor.personId === null) return;
    if ((await this.entries.lastTaker(tx, entry.id, before)) === tx.actor.personId)
      throw fail('same_officer_twice', { step, before });
  }

  private async assertWhole(tx: Tx, entry: Entry): Promise<void> {
    const missing = missingFromDossier({ ...entry, ...(await this.entries.weigh(tx, entry.id)) });
    if (missing.length > 0) throw fail('dossier_incomplete', { missing });
  }

  private tell(tx: Tx, entry: Entry, step: Decision, state: OdopEntryState): void {
    const about = { entryId: entry.id, districtId: entry.district_id };
    if (step === 'withdraw') tx.emit(EntryRetired, { ...about, successorId: null });
    else if (step === 'suspend') tx.emit(EntrySuspended, about);
    else tx.emit(EntryHandedOn, { ...about, state });
  }
}
