import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { ReturnParcels } from '../data/return-parcels.repository.js';
import { newsOfReturn } from '../domain/news.js';
import { ReturnWaits } from '../domain/return.events.js';
import { returnParcelStates } from '../domain/return-parcel.states.js';

const watched: Watched = { table: 'fulfilment.return_parcel', machine: returnParcelStates };

@Injectable()
export class AlarmReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
    private readonly parcels: ReturnParcels,
  ) {}

  /** Parcels on their way back past the alarm of their state. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched, limit);
  }

  /** Tells the desk, once each time a parcel comes into a state or is asked for again. Called by the clock. @rule SM-5 */
  run(parcelId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched, parcelId);
      const parcel = late && (await this.parcels.lock(tx, parcelId));
      if (!late || !parcel) return;
      const { state, desk, since } = late;
      tx.emit(ReturnWaits, { ...newsOfReturn(parcel), state, desk, since: since.toISOString() });
    });
  }
}
