import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { fail } from '../domain/shipment.errors.js';
import { FollowTrackingJob } from '../domain/shipment.events.js';
import { COURIER, NoticeRejected, type Courier, type CourierNotice } from '../ports/courier.js';

@Injectable()
export class RecordTracking {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(COURIER) private readonly courier: Courier,
  ) {}

  /**
   * Believes a courier's notice or refuses it, stores it once, and leaves the work to a job.
   * @throws courier_notice_rejected
   * @rule S-18 S-19
   */
  run(
    rawBody: Uint8Array,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<{ received: true }> {
    const notice = this.believed(rawBody, headers);
    return this.work.run(async (tx) => {
      const isNew = await tx.run(
        `insert into fulfilment.tracking_notice (courier, event_id, awb, kind, proof, at, received_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [this.courier.name, notice.eventId, notice.awb, notice.kind, notice.proof, notice.at, tx.now],
      );
      const { eventId, awb, kind } = notice;
      if (isNew === 1 && kind !== null)
        tx.enqueue(FollowTrackingJob, { courier: this.courier.name, eventId, awb, kind });
      return { received: true };
    });
  }

  private believed(...signed: Parameters<Courier['verifyWebhook']>): CourierNotice {
    try {
      return this.courier.verifyWebhook(...signed);
    } catch (error) {
      if (error instanceof NoticeRejected) throw fail('courier_notice_rejected', { fault: error.fault });
      throw error;
    }
  }
}
