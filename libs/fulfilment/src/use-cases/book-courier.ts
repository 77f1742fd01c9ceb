import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { KnownDoors, type Doors } from '../data/doors.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { newsOf } from '../domain/news.js';
import { ChooseSlotJob } from '../domain/pickup-slot.events.js';
import { nextAfter } from '../domain/reach.js';
import { CallOffCourierJob, ChangeCashJob, ShipmentReady, ShipmentUnserved } from '../domain/shipment.events.js';
import { Couriers, type BookedParcel, type Courier } from '../ports/courier.js';
import { ChooseCourier } from './choose-courier.js';
import { TakeStep } from './take-step.js';

/** A parcel one courier is asked to carry. */
interface Asked {
  shipment: Shipment;
  doors: Doors | null;
  courier: Courier;
}

@Injectable()
export class BookCourier {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    private readonly doors: KnownDoors,
    private readonly choose: ChooseCourier,
    private readonly couriers: Couriers,
  ) {}

  /**
   * Claim, call, settle: the shipment's id is the courier's key. Who says no is not asked again, the next one is; when nobody is
   * left the maker is told. A maker who brought the parcel away herself meanwhile keeps her own tracking number, and a parcel that
   * was called off meanwhile is not fetched: the courier is told, also when a worker died between its yes and this. For a parcel
   * that is held nobody is booked: who lets it go asks again.
   * @rule SM-5 S-13
   */
  async run({ shipmentId }: { shipmentId: string }): Promise<void> {
    let asked = await this.claim(shipmentId);
    while (asked !== null) {
      const { shipment, doors, courier } = asked;
      const booked = await courier.book({
        shipmentId,
        fromPincode: shipment.from_pincode,
        toPincode: shipment.to_pincode,
        weight_g: shipment.weight_g,
        cash_paise: shipment.cash_paise,
        ...(doors && { from: doors.from }),
        ...(doors?.to && { to: doors.to }),
      });
      if (booked !== null) return this.settle(asked, booked);
      asked = await this.claim(shipmentId, courier.name);
    }
  }

  private settle({ shipment, courier: { name: courier } }: Asked, booked: BookedParcel): Promise<void> {
    const { id: shipmentId, cash_paise } = shipment;
    const { awb, carriage_paise } = booked;
    return this.work.run(async (tx) => {
      const now = await this.shipments.lock(tx, shipmentId);
      if (now.state !== 'created') {
        const isAnother = now.own_carrier || now.awb !== awb || now.courier !== courier;
        if (isAnother || now.state === 'cancelled') tx.enqueue(CallOffCourierJob, { shipmentId, courier, awb });
        return;
      }
      await this.shipments.noteCarrier(tx, shipmentId, { courier, awb, own: false, carriage_paise });
      let parcel = await this.shipments.move(tx, { ...now, courier, awb, carriage_paise }, 'book', tx.now);
      tx.emit(ShipmentReady, newsOf(parcel));
      tx.enqueue(ChooseSlotJob, { shipmentId, misses: 0 });
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
   * A parcel nobody was booked for, its doors, opened for the call and kept nowhere, and who is asked. One that is not wanted any
   * more and of which a courier may have heard is asked for once more, by the same key, to learn its number.
   * @rule S-63
   */
  private claim(shipmentId: string, refusedBy?: string): Promise<Asked | null> {
    return this.work.run(async (tx) => {
      const shipment = await this.shipments.lock(tx, shipmentId);
      const isWanted = shipment.state === 'created' && shipment.held_why === null;
      const name = isWanted ? await this.next(tx, shipment, refusedBy) : refusedBy ? null : unheardBy(shipment);
      const courier = name === null ? null : this.couriers.find(name);
      return courier && { shipment, doors: await this.doors.of(tx, shipment.cause), courier };
    });
  }

  /** Who is asked now: whoever may have said yes unheard, or the next after the one that said no. */
  private async next(tx: Tx, shipment: Shipment, refusedBy: string | undefined): Promise<string | null> {
    const { id, from_pincode: makerPincode, to_pincode: shopperPincode, weight_g, cash_paise } = shipment;
    const how = cash_paise > 0n ? 'cash' : 'out';
    const names = this.choose.of({ makerPincode, shopperPincode, weight_g, how }, tx.now);
    const before = shipment.asked_courier;
    const mayKnow = refusedBy === undefined && before !== null && this.couriers.find(before) !== null;
    const name = mayKnow ? before : refusedBy === undefined ? names[0] : nextAfter(names, refusedBy);
    await this.shipments.noteAsked(tx, id, name ?? null);
    if (name === undefined && shipment.unserved_at === null) tx.emit(ShipmentUnserved, newsOf(shipment));
    return name ?? null;
  }
}

/** Who was asked, where no number of ours was ever written down. */
const unheardBy = ({ state, asked_courier, own_carrier, awb }: Shipment): string | null =>
  state !== 'created' && (own_carrier || awb === null) ? asked_courier : null;
