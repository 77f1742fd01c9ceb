import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { DebitRequests } from '../data/debit-requests.repository.js';
import { ending } from '../domain/debit-request.js';

@Injectable()
export class EndDebitRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: DebitRequests,
  ) {}

  /**
   * Who asked takes it back; another of the desk turns it down. Either says why.
   * @throws debit_request_unknown (404), debit_request_settled (409), debit_needs_person (403)
   * @rule S-28
   */
  run(id: string, reason: string): Promise<void> {
    return this.work.run((tx) => seeingAll(tx, () => this.inside(tx, id, reason)));
  }

  private async inside(tx: Tx, id: string, reason: string): Promise<void> {
    const request = await this.requests.lock(tx, id);
    const by = ending(request, tx.actor);
    const state = by === request.asked_by ? 'withdrawn' : 'refused';
    await this.requests.decide(tx, id, { state, by, reason });
    tx.audit({
      action: `tax.debit_request_${state}`,
      object: { kind: 'tax.debit_request', id },
      after: { document_id: request.document_id },
      reason,
    });
  }
}
