import { Injectable } from '@nestjs/common';
import { OrdersQuery } from '#orders';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { ComplaintsQuery, type ToldComplaint } from '../data/complaints.query.js';
import { Complaints, type Complaint } from '../data/complaints.repository.js';
import type { About } from '../domain/complaint.js';
import { fail } from '../domain/complaint.errors.js';
import { ComplaintRaised } from '../domain/complaint.events.js';
import { complaintStates } from '../domain/complaint.states.js';
import { parties } from '../domain/parties.js';
import { ticketOf } from '../domain/ticket.js';

export interface RaisedComplaint {
  about: About;
  /** Of hers; absent: it is about none. */
  orderId?: string | undefined;
  words: string;
}

@Injectable()
export class RaiseComplaint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly complaints: Complaints,
    private readonly query: ComplaintsQuery,
    private readonly orders: OrdersQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A shopper complains, and has her ticket at once. The moments by which she hears from us count from now and stay as they
   * are, whatever the rules become. The same words about the same order, while nobody has taken them up, are the same complaint:
   * a form that was sent twice.
   * @throws order_not_found (404), too_many_complaints (429)
   * @rule SM-9 S-42 S-52
   */
  run({ about, orderId, words }: RaisedComplaint): Promise<Complaint> {
    return this.work.run(async (tx) => {
      const { personId } = tx.actor;
      assert(personId !== null, 'a person complains');
      const open = await this.complaints.lockOpen(tx, personId);
      const known = orderId === undefined ? null : await this.known(tx, orderId, { about, words });
      if (known) return known;
      const open_max = this.policy.at('grv.open_max', tx.now);
      if (open >= open_max) throw fail('too_many_complaints', { open_max });
      const order = orderId === undefined ? null : await this.orders.bought(tx, orderId);
      const id = newId();
      const of = {
        seller_id: order?.seller_id ?? null,
        order_id: order?.id ?? null,
        order_number: order?.number ?? null,
      };
      const by = {
        acknowledge_by: this.policy.deadline('grv.ack_hours', tx.now),
        escalate_by: this.policy.deadline('grv.escalate_days', tx.now),
        redress_by: this.policy.deadline('grv.redress', tx.now),
      };
      const one = { id, ticket: ticketOf(id, tx.now), person_id: personId, about, ...of, ...by };
      const complaint = await this.complaints.add(tx, one, words);
      tx.audit({ action: 'grievances.raise', object: { kind: 'complaint', id } });
      tx.emit(ComplaintRaised, {
        ...parties(complaint),
        acknowledgeBy: complaint.acknowledge_by.toISOString(),
        redressBy: complaint.redress_by.toISOString(),
      });
      return complaint;
    });
  }

  private async known(tx: Tx, orderId: string, said: { about: About; words: string }): Promise<Complaint | null> {
    const told = await this.query.ofOrder(tx, orderId, 20);
    const isSame = (one: ToldComplaint): boolean =>
      one.state === complaintStates.initial && one.about === said.about && one.steps[0]?.words === said.words;
    return told.find(isSame) ?? null;
  }
}
