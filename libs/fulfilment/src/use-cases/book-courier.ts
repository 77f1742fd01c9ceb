import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { KnownDoors, type Doors } from '../data/doors.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { newsOf } from '../domain/news.js';
import { CallOffCourierJob, ChangeCashJob, ShipmentReady } from '../domain/shipment.events.js';
import { COURIER, type Courier } from '../ports/courier.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class BookCourier {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    private readonly doors: KnownDoors,
    @Inject(COURIER) private readonly courier: Courier,
  ) {}

  /**
   * Claim, call, settle: the shipment's id is the courier's key. A maker who brought the parcel away herself meanwhile
   * keeps her own tracking number, and a parcel that was called off meanwhile is not fetched: the courier is told, also when a
   * worker died between its yes and this. For a parcel that is held nobody is booked: who lets it go asks again.
   * @rule SM-5 S-13
   */
  async run({ shipmentId }: { shipmentId: string }): Promise<void> {
    const claimed = await this.claim(shipmentId);
    if (claimed === null) return;
    const { id, from_pincode, to_pincode, weight_g, cash_paise } = claimed.shipment;
    const { awb, carriage_paise } = await this.courier.book({
      shipmentId: id,
      fromPincode: from_pincode,
      toPincode: to_pincode,
      weight_g,
      cash_paise,
      ...(claimed.doors && { from: claimed.doors.from }),
      ...(claimed.doors?.to && { to: claimed.doors.to }),
    });
    await this.work.run(async (tx) => {
      const now = await this.shipments.lock(tx, shipmentId);
      const courier = this.courier.name;
      if (now.state !== 'created') {
        const isAnother = now.own_carrier || now.awb !== awb;
        if (isAnother || now.state === 'cancelled') tx.enqueue(CallOffCourierJob, { shipmentId, courier, awb });
        return;
      }
      await this.shipments.noteCarrier(tx, id, { courier, awb, own: false, carriage_paise });
      let parcel = await this.shipments.move(tx, { ...now, carriage_paise }, 'book', tx.now);
      tx.emit(ShipmentReady, newsOf(parcel));
      // Pieces were taken out while it was being booked.
      if (now.cash_paise !== cash_paise)
        tx.enqueue(ChangeCashJob, { shipmentId, cash_paise: now.cash_paise.toString() });
      // The courier may have been faster than this line, after a crash by hours: what it told meanwhile counts.
      for (const kind of await this.shipments.toldOf(tx, courier, awb)) {
        parcel = await this.takeStep.follow(tx, parcel, kind);
      }
    });
  }

  /**
   * A parcel nobody was booked for, and its doors: opened for the call and kept nowhere. One that is not wanted any more and of
   * which a courier may have heard is asked for once more, by the same key, to learn its number.
   * @rule S-63
   */
  private claim(shipmentId: string): Promise<{ shipment: Shipment; doors: Doors | null } | null> {
    return this.work.run(async (tx) => {
      const shipment = await this.shipments.lock(tx, shipmentId);
      const isWanted = shipment.state === 'created' && shipment.held_why === null;
      if (!isWanted && !mayBeBookedUnheard(shipment)) return null;
      if (isWanted) await this.shipments.noteAsked(tx, shipmentId);
      return { shipment, doors: await this.doors.of(tx, shipment.cause) };
    });
  }
}

/** Asked for, and no number of ours was ever written down. */
const mayBeBookedUnheard = ({ state, asked_at, own_carrier, awb }: Shipment): boolean =>
  state !== 'created' && asked_at !== null && (own_carrier || awb === null);
