import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { Contracts, partiesOf } from '../data/contracts.repository.js';
import { Extensions, type Extension } from '../data/extensions.repository.js';
import { ExtensionEntity } from '../data/procurement.entity.js';
import { fail } from '../procurement.errors.js';
import { ExtensionAsked } from '../procurement.events.js';
import { askedUntil } from './extension.js';

@Injectable()
export class AskExtension {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly extensions: Extensions,
  ) {}

  /**
   * The seller asks for more time before her day is over; nothing changes until the office answers.
   * @param day  until when she asks to deliver, `YYYY-MM-DD`
   * @throws contract_not_found · extension_too_late · extension_not_later · extension_open
   * @rule
   */
  run(contractId: string, day: string, reason: string): Promise<Extension> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.seller_id !== tx.actor.organisationId) throw fail('contract_not_found');
      const until = askedUntil(contract, day, tx.now);
      const [last] = await this.extensions.ofContract(tx, contractId);
      if (last?.decision === null) throw fail('extension_open');
      assert(tx.actor.personId, 'a person asks');
      const id = newId();
      await tx.insert(ExtensionEntity, {
        id,
        contract_id: contract.id,
        office_id: contract.office_id,
        seller_id: contract.seller_id,
        ...{ until, reason, asked_by: tx.actor.personId, asked_at: tx.now },
        ...{ decision: null, answer: null, answered_by: null, answered_at: null },
      });
      tx.audit({
        action: 'procurement.extension.ask',
        object: { kind: 'contract', id: contract.id },
        after: { until: until.toISOString() },
        reason,
      });
      tx.emit(ExtensionAsked, { ...partiesOf(contract), until: until.toISOString() });
      const [asked] = await this.extensions.ofContract(tx, contractId);
      assert(asked?.id === id, 'what was asked is the newest');
      return asked;
    });
  }
}
