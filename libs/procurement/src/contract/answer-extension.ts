import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Contracts, partiesOf } from '../data/contracts.repository.js';
import { Extensions, type Extension } from '../data/extensions.repository.js';
import { officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { ExtensionAnswered } from '../procurement.events.js';
import { assertUndelivered, daysAfterDecision, type ExtensionDecision } from './extension.js';

export interface ExtensionAnswer {
  extensionId: string;
  decision: ExtensionDecision;
  reason: string | null;
}

@Injectable()
export class AnswerExtension {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly extensions: Extensions,
  ) {}

  /**
   * The office grants the later day, with damages from the old day or without, or refuses and says why.
   * @throws acts_without_office · contract_not_found · extension_not_open · extension_too_late · reason_needed
   * @rule 
   */
  run(contractId: string, { extensionId, decision, reason }: ExtensionAnswer): Promise<Extension> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.office_id !== officeId) throw fail('contract_not_found');
      const [asked] = await this.extensions.ofContract(tx, contractId);
      if (asked?.id !== extensionId || asked.decision !== null) throw fail('extension_not_open');
      assertUndelivered(contract);
      if (decision === 'refused' && reason === null) throw fail('reason_needed');
      if (decision !== 'refused')
        await this.contracts.putOff(tx, contract, daysAfterDecision(contract, asked.until, decision));
      tx.audit({
        action: `procurement.extension.${decision}`,
        object: { kind: 'contract', id: contract.id },
        before: { deliver_by: contract.deliver_by.toISOString() },
        after: { deliver_by: (decision === 'refused' ? contract.deliver_by : asked.until).toISOString() },
        reason: reason ?? undefined,
      });
      tx.emit(ExtensionAnswered, { ...partiesOf(contract), decision, until: asked.until.toISOString() });
      return this.extensions.answer(tx, asked, { decision, answer: reason, answered_by: personId });
    });
  }
}
