import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { StoppedAddresses } from '../data/stopped-addresses.repository.js';
import type { StoppableChannel } from '../domain/channels.js';
import type { StopReason } from '../domain/delivery.js';
import { AddressStopped } from '../domain/message.events.js';

@Injectable()
export class StopAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stopped: StoppedAddresses,
  ) {}

  /** Nothing ordinary goes to an address of hers any more, and she is told; stopped before, nothing changes. @rule S-14 */
  async inside(tx: Tx, personId: string, channel: StoppableChannel, why: StopReason): Promise<void> {
    if (await this.stopped.stop(tx, personId, channel, why)) tx.emit(AddressStopped, { personId, channel, why });
  }

  /** She proved by a code that she reads there: messages go to it again. @rule S-14 */
  lift(personId: string, kind: 'mobile' | 'email'): Promise<void> {
    return this.work.run((tx) => this.stopped.lift(tx, personId, kind === 'mobile' ? 'sms' : 'email'));
  }
}
