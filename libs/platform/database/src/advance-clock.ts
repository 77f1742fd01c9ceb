import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isProduction } from '#platform/config';
import { assert } from '#platform/kernel';
import { UnitOfWork } from './unit-of-work.js';

const moment = z.object({ now: z.date() });

/** The business clock as a row: what `platform.now()` says. Nothing moves it in production. */
@Injectable()
export class AdvanceClock {
  constructor(private readonly work: UnitOfWork) {}

  now(): Promise<Date> {
    return this.work.run(async (tx) => tx.now);
  }

  /** Lets time pass at once, on top of what has passed already. @param seconds whole, > 0 @returns the new now */
  by(seconds: number): Promise<Date> {
    assert(!isProduction(), 'the clock of production is the real one');
    assert(Number.isInteger(seconds) && seconds > 0, 'the clock only moves forward');
    return this.work.run(async (tx) => {
      tx.audit({ action: 'clock.advanced', object: { kind: 'clock', id: 'platform' }, after: { seconds } });
      const moved = await tx.maybe(
        moment,
        `insert into platform.clock as c (base_at, real_at)
         values (clock_timestamp() + make_interval(secs => $1), clock_timestamp())
         on conflict (one) do update
           set base_at = c.base_at + (clock_timestamp() - c.real_at) * c.speed + make_interval(secs => $1),
               real_at = clock_timestamp()
         returning base_at as now`,
        [seconds],
      );
      assert(moved, 'the clock has one row');
      return moved.now;
    });
  }
}
