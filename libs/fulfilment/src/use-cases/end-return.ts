import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { ReturnParcels } from '../data/return-parcels.repository.js';
import { returnParcelStates } from '../domain/return-parcel.states.js';
import { callOff } from './send-return.js';

@Injectable()
export class EndReturn {
  constructor(private readonly parcels: ReturnParcels) {}

  /**
   * The goods are with their maker whoever brought them, or they will not come back: nobody needs to fetch them any more. A
   * parcel that was never planned, or has ended, is nothing done.
   * @rule SM-5
   */
  async inside(tx: Tx, returnId: string, how: 'deliver' | 'call_off'): Promise<void> {
    const parcel = await this.parcels.lockOf(tx, returnId);
    if (parcel === null || !returnParcelStates.can(parcel.state, how)) return;
    await this.parcels.move(tx, parcel, how);
    callOff(tx, parcel);
  }
}
