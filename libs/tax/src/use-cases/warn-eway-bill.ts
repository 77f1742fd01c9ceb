import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { DocumentsQuery } from '../data/documents.query.js';
import { EWayBills } from '../data/eway-bills.repository.js';
import { EWayBillExpires } from '../domain/tax.events.js';

@Injectable()
export class WarnEWayBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: EWayBills,
    private readonly documents: DocumentsQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /** E-way bills that run out soon while their goods are under way. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.bills.running(tx, this.policy.at('ewb.expiry_alert_hours', tx.now), limit);
  }

  /** Tells maker and desk, once: who carries the goods can have it extended from eight hours before its end to eight after. @rule SM-5 */
  run(documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const bill = await this.bills.takeRunning(tx, documentId);
      if (bill === null) return;
      const { number, seller_id: sellerId } = await this.documents.known(tx, documentId);
      const expiresAt = bill.expires_at.toISOString();
      tx.emit(EWayBillExpires, { documentId, sellerId, number, eWayBill: bill.number, expiresAt });
    });
  }
}
