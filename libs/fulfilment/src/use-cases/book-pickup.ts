import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { KnownDoors, type Doors } from '../data/doors.js';
import { ReturnParcels, type ReturnParcel } from '../data/return-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { newsOfReturn } from '../domain/news.js';
import { CallOffPickupJob, PickupBooked, PickupEnded } from '../domain/return.events.js';
import { COURIER, type Courier } from '../ports/courier.js';
import { bookingOf, TakeReturnStep } from './take-return-step.js';

@Injectable()
export class BookPickup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parcels: ReturnParcels,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeReturnStep,
    private readonly doors: KnownDoors,
    @Inject(COURIER) private readonly courier: Courier,
  ) {}

  /**
   * Claim, call, settle: each booking has a key of its own at the courier. Where it does not fetch, the shopper is told to send
   * the goods herself; if she did so, or brought them, while it was being asked, it is called off, also when a worker died between
   * its yes and this.
   * @rule SM-5 S-13
   */
  async run({ parcelId, booking }: { parcelId: string; booking: number }): Promise<void> {
    const claimed = await this.claim(parcelId, booking);
    if (claimed === null) return;
    const { parcel, doors } = claimed;
    const { from_pincode: fromPincode, to_pincode: toPincode, weight_g } = parcel;
    const booked = await this.courier.bookPickup({
      ...{ bookingId: bookingOf({ id: parcelId, bookings: booking }), fromPincode, toPincode, weight_g },
      ...(doors?.to && { from: doors.to }),
      ...(doors && { to: doors.from }),
    });
    const courier = this.courier.name;
    await this.work.run(async (tx) => {
      const now = await this.parcels.lock(tx, parcelId);
      if (booked) await this.parcels.noteBooked(tx, parcelId, booking, booked);
      const isStillWanted = now?.state === 'planned' && now.bookings === booking;
      if (!isStillWanted && now?.awb !== booked?.awb && booked) {
        tx.enqueue(CallOffPickupJob, { courier, awb: booked.awb });
      }
      if (!isStillWanted) return;
      if (booked === null) {
        tx.emit(PickupEnded, { ...newsOfReturn(now), why: 'not_served' });
        return void (await this.parcels.move(tx, now, 'refuse'));
      }
      const { awb, carriage_paise } = booked;
      await this.parcels.noteCarrier(tx, parcelId, { courier, awb, own: false, carriage_paise });
      let followed = await this.parcels.move(tx, { ...now, courier, awb, carriage_paise, misses: 0 }, 'book');
      tx.emit(PickupBooked, newsOfReturn(followed));
      // The courier may have been faster than this line: what it told meanwhile counts.
      for (const kind of await this.shipments.toldOf(tx, courier, awb)) {
        followed = await this.takeStep.follow(tx, followed, kind);
      }
    });
  }

  /**
   * A parcel that waits for this booking, and the doors of the way out: opened for the call and kept nowhere. One that does not wait
   * any more and of which a courier may have heard is asked for once more, by the same key, to learn its number.
   * @rule S-63
   */
  private claim(parcelId: string, booking: number): Promise<{ parcel: ReturnParcel; doors: Doors | null } | null> {
    return this.work.run(async (tx) => {
      const parcel = await this.parcels.lock(tx, parcelId);
      if (parcel === null) return null;
      const isWanted = parcel.state === 'planned' && parcel.bookings === booking;
      if (isWanted) await this.parcels.noteAsked(tx, parcelId, booking, this.courier.name);
      else if (!(await this.parcels.isUnheard(tx, parcelId, booking))) return null;
      return { parcel, doors: await this.doors.of(tx, parcel.cause) };
    });
  }
}
