import type { Type } from '@nestjs/common';
import type { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { log, runAsSystem, traced } from '#platform/observability';
import { Cooling } from './cooling.js';
import { beginClock, claimStroke, putBackClock, strokesDone } from './data/strokes.js';
import { Leadership } from './leadership.js';
import { queueMetrics } from './metrics.js';
import { Naps } from './naps.js';
import type { Clock, Schedule, Sweep } from './schedule.js';

/** A stroke so much later than now was done by a clock that has been turned back since; less is the clock being set. */
const turnedBack_ms = 3_600_000;
const tick_ms = 500;
const sweepBatch = 200;

/**
 * Runs the schedules table by the business clock. One worker leads and does the looking; that each stroke and each
 * deadline happens once does not hang on that, but on the claim in its transaction and on the row's own state.
 */
export class Scheduler {
  private readonly leadership: Leadership;
  private readonly naps = new Naps();
  private readonly clocks: readonly Clock[];
  private readonly sweeps: readonly Sweep[];
  private readonly underway = new Map<string, Promise<void>>();
  private readonly cooling = new Map<string, Cooling>();
  private readonly swept = new Map<string, number>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly work: UnitOfWork,
    databaseUrl: string,
    schedules: readonly Schedule[],
    private readonly find: (verb: Type<unknown>) => unknown,
    private readonly nudge: () => void,
  ) {
    this.leadership = new Leadership(databaseUrl);
    this.clocks = schedules.filter((row) => row.kind === 'clock');
    this.sweeps = schedules.filter((row) => row.kind === 'sweep');
    for (const row of schedules) {
      if (this.cooling.has(row.name)) throw new Error(`schedule ${row.name} stands twice in the table`);
      this.cooling.set(row.name, new Cooling());
      // A use-case that no module provides stops the start.
      for (const call of row.kind === 'clock' ? [row.does] : [row.due, row.act]) find(call.verb);
    }
  }

  get leads(): boolean {
    return this.leadership.leads;
  }

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.naps.end();
    await this.running;
    await Promise.all(this.underway.values());
    await this.leadership.resign();
  }

  private async loop(): Promise<void> {
    while (!this.naps.ended) {
      try {
        const leads = await this.leadership.check();
        queueMetrics.leader.set(leads ? 1 : 0);
        if (leads) await this.tick();
      } catch (error) {
        log.warn({ err: (error as Error).message }, 'scheduler failed and goes on');
      }
      await this.naps.sleep(tick_ms);
    }
  }

  private async tick(): Promise<void> {
    for (const sweep of this.sweeps) {
      if (Date.now() - (this.swept.get(sweep.name) ?? 0) < sweep.every_ms) continue;
      this.swept.set(sweep.name, Date.now());
      this.begin(sweep.name, () => this.sweep(sweep));
    }
    if (this.clocks.length > 0) await this.look();
  }

  private look(): Promise<void> {
    return this.asSystem('scheduler', async () => {
      const { done, now } = await this.work.run(async (tx) => ({ done: await strokesDone(tx), now: tx.now }));
      for (const clock of this.clocks) {
        const slot = clock.slots.latest(now);
        const last = done.get(clock.name);
        if (!last) await this.work.run((tx) => beginClock(tx, clock.name, slot));
        else if (last.getTime() > now.getTime() + turnedBack_ms)
          await this.work.run((tx) => putBackClock(tx, clock.name, slot));
        const behind = last && last < slot;
        queueMetrics.scheduleLag.set({ schedule: clock.name }, behind ? (now.getTime() - slot.getTime()) / 1_000 : 0);
        if (behind) this.begin(clock.name, () => this.strike(clock, slot));
      }
    });
  }

  private async strike(clock: Clock, slot: Date): Promise<void> {
    const cooling = this.cooling.get(clock.name)!;
    if (cooling.rests(clock.name)) return;
    const done = await this.tried(clock.name, clock.name, () =>
      this.work.run(async (tx) => {
        if ((await claimStroke(tx, clock.name, slot)) > 0) await clock.does.act(this.find(clock.does.verb), slot);
      }),
    );
    if (done) cooling.succeeded(clock.name);
    else cooling.failed(clock.name);
  }

  /** Those that failed lately are asked for again with the others, on top, so that they cannot fill the batch. */
  private async sweep({ name, due, act }: Sweep): Promise<void> {
    const cooling = this.cooling.get(name)!;
    let ids: string[] = [];
    const limit = sweepBatch + cooling.size;
    const looked = await this.tried(name, 'due', () =>
      this.work.run(async (tx) => {
        ids = await due.act(this.find(due.verb), tx, limit);
      }),
    );
    if (!looked) return;
    if (ids.length < limit) cooling.keep(new Set(ids));
    for (const id of ids) {
      if (this.naps.ended) return;
      if (cooling.rests(id)) continue;
      const done = await this.tried(name, id, () =>
        this.work.run(async () => {
          await act.act(this.find(act.verb), id);
        }),
      );
      if (done) cooling.succeeded(id);
      else cooling.failed(id);
    }
    if (ids.length >= limit) this.swept.delete(name); // more of them: at the next tick, not the next look
  }

  private async tried(schedule: string, of: string, act: () => Promise<void>): Promise<boolean> {
    try {
      await this.asSystem(schedule, act);
      queueMetrics.scheduleRuns.inc({ schedule, outcome: 'done' });
      this.nudge();
      return true;
    } catch (error) {
      queueMetrics.scheduleRuns.inc({ schedule, outcome: 'failed' });
      log.error({ schedule, of, err: (error as Error).message }, 'a schedule failed and will be tried again');
      return false;
    }
  }

  private begin(name: string, act: () => Promise<void>): void {
    if (this.underway.has(name)) return;
    this.underway.set(
      name,
      act().finally(() => this.underway.delete(name)),
    );
  }

  private asSystem<T>(operation: string, act: () => Promise<T>): Promise<T> {
    return runAsSystem(operation, newId(), () => traced('job', operation, {}, act));
  }
}
