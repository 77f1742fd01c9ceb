import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { PolicyQuery } from '#policy';
import { severities } from '#sellers';
import { faults, raisers, sides, type Fault, type Raiser } from '../incident/incident.rules.js';
import { incidentStates, undecided, type IncidentEvent, type IncidentState } from '../incident/incident.states.js';
import { fail } from '../procurement.errors.js';
import { IncidentMoved, type IncidentNews } from '../procurement.events.js';
import { partiesOf } from './contracts.repository.js';
import { IncidentEntity } from './incident.entity.js';

export const incidentOutcomes = ['settled', 'withdrawn', 'no_fault', 'fault', 'set_aside'] as const;

const incidentRow = z.object({
  id: z.uuid(),
  number: z.string(),
  contract_id: z.uuid(),
  office_id: z.uuid(),
  seller_id: z.uuid(),
  raised_by: z.enum(raisers),
  raised_by_person: z.uuid().nullable(),
  raised_at: z.date(),
  accused: z.enum(sides),
  fault: z.enum(faults),
  words: z.string(),
  state: z.enum(incidentStates.names as [IncidentState]),
  due_at: z.date().nullable(),
  reply: z.string().nullable(),
  replied_at: z.date().nullable(),
  office_settled_at: z.date().nullable(),
  seller_settled_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  notice: z.string().nullable(),
  notice_at: z.date().nullable(),
  /** Until when the notice is answered in time; a later answer is read too, until the silence counts. */
  answer_by: z.date().nullable(),
  answer: z.string().nullable(),
  answered_at: z.date().nullable(),
  decided_by: z.uuid().nullable(),
  decided_at: z.date().nullable(),
  decision: z.string().nullable(),
  severity: z.enum(severities).nullable(),
  occurrence: z.number().nullable(),
  appeal: z.string().nullable(),
  appealed_at: z.date().nullable(),
  appeal_decision: z.string().nullable(),
  appeal_decided_at: z.date().nullable(),
  outcome: z.enum(incidentOutcomes).nullable(),
  version: z.number(),
});
export type Incident = z.infer<typeof incidentRow>;
const momentRow = z.object({ at: z.date() });
const columns = Object.keys(incidentRow.shape).join(', ');

/** What a step writes beside state and clock. */
export type IncidentChange = Partial<Omit<Incident, 'id' | 'number' | 'contract_id' | 'state' | 'version'>>;

@Injectable()
export class Incidents {
  constructor(private readonly policy: PolicyQuery) {}

  /** Only the parties' and the desk's: through the second wall nobody else's is there. @throws incident_not_found @rule S-42 */
  async find(tx: Tx, id: string, hold: '' | 'for update' = ''): Promise<Incident> {
    const found = await tx.maybe(incidentRow, `select ${columns} from procurement.incident where id = $1 ${hold}`, [
      id,
    ]);
    if (!found) throw fail('incident_not_found');
    return found;
  }

  /** The same, its row held. @throws incident_not_found @rule S-42 */
  lock(tx: Tx, id: string): Promise<Incident> {
    return this.find(tx, id, 'for update');
  }

  /** The one of a number, held; null for a number that was typed by hand. */
  lockByNumber(tx: Tx, number: string): Promise<Incident | null> {
    return tx.maybe(incidentRow, `select ${columns} from procurement.incident where number = $1 for update`, [number]);
  }

  /** Those of an office or of a seller, newest first. */
  page(tx: Tx, of: { officeId: string } | { sellerId: string }, request: PageRequest): Promise<Incident[]> {
    const [column, id] = 'officeId' in of ? ['office_id', of.officeId] : ['seller_id', of.sellerId];
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from procurement.incident
                  where ${column} = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(incidentRow, sql, [id, ...page.values]);
  }

  /** Those in a state, whoever is in them, newest first: for the desk, which sees all. */
  inState(tx: Tx, state: IncidentState, request: PageRequest): Promise<Incident[]> {
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from procurement.incident
                  where state = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(incidentRow, sql, [state, ...page.values]);
  }

  /** Whether the same side has accused over the same fault already, and it is not decided. */
  async isOpen(tx: Tx, contractId: string, raiser: Raiser, fault: Fault): Promise<boolean> {
    const sql = `select from procurement.incident
                  where contract_id = $1 and raised_by = $2 and fault = $3 and state = any($4)`;
    return (await tx.run(sql, [contractId, raiser, fault, undecided])) > 0;
  }

  /**
   * When the contracts were made that a seller declined or let lapse, but for those that led to an incident of the platform
   * before; newest first. Until the transaction ends nobody else counts hers.
   * @rule
   */
  async untaken(tx: Tx, sellerId: string): Promise<Date[]> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('procurement.untaken ' || $1, 0))`, [sellerId]);
    const sql = `select made_at as at from procurement.contract
                  where seller_id = $1 and state in ('declined', 'lapsed')
                    and made_at > coalesce((select max(raised_at) from procurement.incident
                                             where seller_id = $1 and raised_by = 'platform' and fault = 'declined_orders'),
                                           '-infinity')
                  order by made_at desc limit 100`;
    return (await tx.many(momentRow, sql, [sellerId])).map(({ at }) => at);
  }

  /** Whether anything about a contract waits for its decision. @rule */
  async waitsOver(tx: Tx, contractId: string): Promise<boolean> {
    const sql = `select from procurement.incident where contract_id = $1 and state = any($2)`;
    return (await tx.run(sql, [contractId, undecided])) > 0;
  }

  /** When faults of an office were found that stand, newest first. @rule */
  async faultsOfOffice(tx: Tx, officeId: string): Promise<Date[]> {
    const sql = `select decided_at as at from procurement.incident
                  where office_id = $1 and accused = 'buyer' and outcome = 'fault' order by decided_at desc limit 100`;
    return (await tx.many(momentRow, sql, [officeId])).map(({ at }) => at);
  }

  /** Those whose clock is due, the longest first, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select id from procurement.incident where due_at <= $1 order by due_at limit $2`;
    return (await tx.many(z.object({ id: z.uuid() }), sql, [tx.now, limit])).map(({ id }) => id);
  }

  async add(tx: Tx, incident: Omit<Incident, 'state' | 'version' | 'due_at'>): Promise<Incident> {
    const row = { ...incident, state: incidentStates.initial as IncidentState, version: 1, due_at: null };
    const made = { ...row, due_at: this.clockOf(row, tx.now) };
    await tx.insert(IncidentEntity, made);
    this.tell(tx, made, 'raised', 'raise', null);
    return made;
  }

  /** A step along SM-9, with the clock of the new state. @throws illegal_transition (409) @rule SM-9 */
  async move(
    tx: Tx,
    before: Incident,
    by: IncidentEvent,
    told: IncidentNews,
    change: IncidentChange = {},
  ): Promise<Incident> {
    const moved = { ...before, ...change, state: incidentStates.next(before.state, by) };
    const after = await this.write(tx, { ...moved, due_at: this.clockOf(moved, tx.now) });
    this.tell(tx, after, told, by, before.state);
    return after;
  }

  /** Something that changes no state: one side's wish to settle, a reminder and when the next one comes. */
  async note(tx: Tx, before: Incident, what: string, change: IncidentChange): Promise<Incident> {
    const after = await this.write(tx, { ...before, ...change });
    tx.audit({ action: `procurement.incident.${what}`, object: { kind: 'incident', id: after.id } });
    return after;
  }

  /** When an incident that came into its state just now is looked at by the clock; null at its end. @rule  */
  clockOf(one: Pick<Incident, 'state' | 'raised_by' | 'raised_at'>, now: Date): Date | null {
    switch (one.state) {
      case 'open':
      case 'responded':
        return one.raised_by === 'platform'
          ? this.policy.deadline('incident.admin_escalate_hours', one.raised_at)
          : this.policy.deadline('incident.resolve_days', one.raised_at);
      case 'scn_issued':
        return this.policy.deadline('scn.silent_days', now);
      case 'action':
        return this.policy.deadline('incident.appeal_days', now);
      case 'escalated':
      case 'under_decision':
      case 'appeal':
        return this.policy.deadline('incident.desk_days', now);
      default:
        return null;
    }
  }

  /** Both sides and the desk hear of it; who exactly, the table of news says. */
  announce(tx: Tx, one: Incident, what: IncidentNews): void {
    tx.emit(IncidentMoved, {
      ...partiesOf({ ...one, id: one.contract_id }),
      ...{ incidentId: one.id, incident: one.number, accused: one.accused, raised_by: one.raised_by, what },
      due_at: (what === 'notice' ? one.answer_by : one.due_at)?.toISOString() ?? null,
    });
  }

  private tell(tx: Tx, after: Incident, told: IncidentNews, by: string, was: IncidentState | null): void {
    tx.audit({
      action: `procurement.incident.${by}`,
      object: { kind: 'incident', id: after.id },
      before: was === null ? undefined : { state: was },
      after: { state: after.state, severity: after.severity, outcome: after.outcome },
    });
    this.announce(tx, after, told);
  }

  private async write(tx: Tx, row: Incident): Promise<Incident> {
    const after = { ...row, version: row.version + 1 };
    await tx.run(
      `update procurement.incident
          set state = $2, due_at = $3, reply = $4, replied_at = $5, office_settled_at = $6, seller_settled_at = $7,
              escalated_at = $8, notice = $9, notice_at = $10, answer_by = $11, answer = $12, answered_at = $13,
              decided_by = $14, decided_at = $15, decision = $16, severity = $17, occurrence = $18, appeal = $19,
              appealed_at = $20, appeal_decision = $21, appeal_decided_at = $22, outcome = $23, version = $24
        where id = $1`,
      [
        ...[after.id, after.state, after.due_at, after.reply, after.replied_at, after.office_settled_at],
        ...[after.seller_settled_at, after.escalated_at, after.notice, after.notice_at, after.answer_by],
        ...[after.answer, after.answered_at, after.decided_by, after.decided_at, after.decision, after.severity],
        ...[after.occurrence, after.appeal, after.appealed_at, after.appeal_decision, after.appeal_decided_at],
        ...[after.outcome, after.version],
      ],
    );
    return after;
  }
}
