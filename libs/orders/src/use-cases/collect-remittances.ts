import { Injectable } from '@nestjs/common';
import { ReadRemittances } from '#fulfilment';
import { TakeRemittances } from '#payments';
import { UnitOfWork } from '#platform/database';
import { TakeRemittancesJob } from '../domain/order.events.js';

const day_ms = 86_400_000;
/** A courier may enter a line days after its date. */
const overlap_days = 7;
/** How far back the first look reads. */
const first_days = 60;

@Injectable()
export class CollectRemittances {
  constructor(
    private readonly work: UnitOfWork,
    private readonly readRemittances: ReadRemittances,
    private readonly takeRemittances: TakeRemittances,
  ) {}

  /** Lets a worker look, at each courier apart. Called by the clock. @rule */
  ask(slot: Date): Promise<void> {
    return this.work.run(async (tx) => {
      for (const courier of this.readRemittances.from)
        tx.enqueue(TakeRemittancesJob, { slot: slot.toISOString(), courier });
    });
  }

  /** Reads what a courier says it has brought, by its own clock, and counts it against what it owes. @rule S-8 */
  async run({ courier }: { courier: string }): Promise<void> {
    const last = await this.takeRemittances.last(courier);
    const since = new Date(last === null ? Date.now() - first_days * day_ms : last.getTime() - overlap_days * day_ms);
    await this.takeRemittances.run(await this.readRemittances.run(courier, since));
  }
}
