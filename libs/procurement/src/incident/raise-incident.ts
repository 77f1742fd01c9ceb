import { Injectable } from '@nestjs/common';
import { UnitOfWork, seeingAll, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { Contracts, type Contract } from '../data/contracts.repository.js';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { nextNumber } from '../data/numbers.js';
import { fail } from '../procurement.errors.js';
import { accusedOf, assertMayAccuse, type Fault, type Raiser } from './incident.rules.js';
import { sideOf } from './side-of.js';

export interface Accusation {
  fault: Fault;
  words: string;
}

@Injectable()
export class RaiseIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly incidents: Incidents,
  ) {}

  /**
   * One side of a contract accuses the other. From here its goods are not accepted by the clock, until it is decided.
   * @throws contract_not_found · incident_accuses_oneself · incident_open
   * @rule 
   */
  run(contractId: string, accusation: Accusation): Promise<Incident> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      const side = sideOf(tx, contract);
      if (side === null) throw fail('contract_not_found');
      return this.inside(tx, contract, side, accusation);
    });
  }

  /** The incident desk accuses a side by itself. @throws contract_not_found · incident_open @rule */
  byDesk(contractId: string, accusation: Accusation): Promise<Incident> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => this.inside(tx, await this.contracts.lock(tx, contractId), 'platform', accusation)),
    );
  }

  async inside(tx: Tx, contract: Contract, raiser: Raiser, { fault, words }: Accusation): Promise<Incident> {
    assertMayAccuse(raiser, fault);
    if (await this.incidents.isOpen(tx, contract.id, raiser, fault)) throw fail('incident_open');
    return this.incidents.add(tx, {
      ...{ id: newId(), number: await nextNumber(tx, 'incident') },
      ...{ contract_id: contract.id, office_id: contract.office_id, seller_id: contract.seller_id },
      ...{ raised_by: raiser, raised_by_person: tx.actor.personId, raised_at: tx.now },
      ...{ accused: accusedOf(fault), fault, words, reply: null, replied_at: null },
      ...{ office_settled_at: null, seller_settled_at: null, escalated_at: null },
      ...{ notice: null, notice_at: null, answer_by: null, answer: null, answered_at: null },
      ...{ decided_by: null, decided_at: null, decision: null, severity: null, occurrence: null },
      ...{ appeal: null, appealed_at: null, appeal_decision: null, appeal_decided_at: null, outcome: null },
    });
  }
}
