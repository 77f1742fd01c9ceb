import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Shipments } from '../data/shipments.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { shipmentStates } from '../domain/shipment.states.js';
import { stepsFor } from '../domain/tracking.js';
import { COURIER, NoticeRejected, type Courier, type CourierNotice } from '../ports/courier.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class RecordTracking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    @Inject(COURIER) private readonly courier: Courier,
  ) {}

  /**
   * Takes in a courier's notice: believed or refused, stored once, then as many steps of SM-5 as the parcel's state
   * allows. Late, repeated and shuffled notices are harmless.
   * @throws courier_notice_rejected
   * @rule S-18 S-19 SM-5
   */
  run(
    rawBody: Uint8Array,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<{ received: true }> {
    const notice = this.believed(rawBody, headers);
    return this.work.run(async (tx) => {
      const isNew = await tx.run(
        `insert into fulfilment.tracking_notice (courier, event_id, awb, kind, at, received_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [this.courier.name, notice.eventId, notice.awb, notice.kind, notice.at, tx.now],
      );
      if (isNew === 0 || notice.kind === null) return { received: true };
      let shipment = await this.shipments.lockByAwb(tx, this.courier.name, notice.awb);
      for (const step of shipment ? stepsFor(notice.kind) : []) {
        if (shipment && shipmentStates.can(shipment.state, step))
          shipment = await this.takeStep.inside(tx, shipment, step, tx.now);
      }
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
