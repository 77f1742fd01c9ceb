import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { fail } from '../domain/payment.errors.js';
import { SettleDisputeJob, SettlePaymentJob, SettleRefundJob } from '../domain/payment.events.js';
import type { PaymentProvider, ProviderNotice } from '../ports/payment-provider.js';
import { WebhookRejected } from '../ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

@Injectable()
export class RecordGatewayNotice {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Believes a notice of the payment provider or refuses it, stores it once, and leaves the work to a job.
   * A notice seen before and a kind we do not know are fine and change nothing.
   * @throws notice_rejected
   * @rule S-18 S-19
   */
  async run(
    rawBody: Uint8Array,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<{ received: true }> {
    await this.take(await this.believed(rawBody, headers));
    return { received: true };
  }

  /** Keeps a notice once, however it came, and leaves the work to a job. @rule S-19 S-8 */
  take(notice: ProviderNotice): Promise<void> {
    return this.work.run(async (tx) => {
      const isNew = await tx.run(
        `insert into payments.gateway_notice (provider, event_id, type, about, object_id, provider_payment_id, received_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [
          this.provider.name,
          notice.eventId,
          notice.type,
          notice.about,
          notice.objectId,
          notice.providerPaymentId,
          tx.now,
        ],
      );
      if (isNew === 1) this.leaveWork(tx, notice);
    });
  }

  private leaveWork(tx: Tx, { about, objectId, eventId: noticeId }: ProviderNotice): void {
    if (about === 'payment') tx.enqueue(SettlePaymentJob, { providerPaymentId: objectId, noticeId });
    if (about === 'refund') tx.enqueue(SettleRefundJob, { providerRefundId: objectId, noticeId });
    if (about === 'dispute') tx.enqueue(SettleDisputeJob, { providerDisputeId: objectId, noticeId });
  }

  private async believed(...signed: Parameters<PaymentProvider['verifyWebhook']>) {
    try {
      return await this.provider.verifyWebhook(...signed);
    } catch (error) {
      if (error instanceof WebhookRejected) throw fail('notice_rejected', { fault: error.fault });
      throw error;
    }
  }
}
