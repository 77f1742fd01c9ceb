import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { TrackingNotices } from '../data/tracking-notices.js';
import { fail } from '../domain/shipment.errors.js';
import { COURIER_NOTICES, NoticeRejected, type CourierNotice, type CourierNotices } from '../ports/courier.js';

@Injectable()
export class RecordTracking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: TrackingNotices,
    @Inject(COURIER_NOTICES) private readonly courier: CourierNotices,
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
      await this.notices.keep(tx, this.courier.name, [notice]);
      return { received: true };
    });
  }

  private believed(...signed: Parameters<CourierNotices['verifyWebhook']>): CourierNotice {
    try {
      return this.courier.verifyWebhook(...signed);
    } catch (error) {
      if (error instanceof NoticeRejected) throw fail('courier_notice_rejected', { fault: error.fault });
      throw error;
    }
  }
}
