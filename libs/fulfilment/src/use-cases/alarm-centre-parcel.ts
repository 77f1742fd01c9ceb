import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Alarms, type Watched } from '#policy';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { centreParcelStates } from '../domain/centre-parcel.states.js';
import { CentreParcelWaits } from '../domain/centre.events.js';
import { newsOf } from '../domain/news.js';

const watched: Watched = { table: 'fulfilment.centre_parcel', machine: centreParcelStates };

@Injectable()
export class AlarmCentreParcel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
    private readonly parcels: CentreParcels,
    private readonly shipments: Shipments,
  ) {}

  /** Parcels that lie at a centre too long. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched, limit);
  }

  /** Tells keepers, maker and desk, once each time it comes to lie there. Called by the clock. @rule SM-5 */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched, id);
      if (!late) return;
      const parcel = await this.parcels.lock(tx, id);
      assert(parcel, 'what is late is there');
      const news = newsOf(await this.shipments.byId(tx, id));
      const { id: centreId, name: centre } = await this.parcels.centre(tx, parcel.centre_id);
      tx.emit(CentreParcelWaits, { ...news, centreId, centre, since: late.since.toISOString(), desk: late.desk });
    });
  }
}
