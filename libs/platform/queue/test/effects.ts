import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { event, job } from '#platform/kernel';
import { asOwner } from '#platform/testing';
import type { WorkTerms } from '../src/index.js';

/** News and a job that exist only here, and a table that counts what followed. */
export const Ordered = event('trial.ordered', z.strictObject({ order: z.uuid() }));
export const SendMail = job('trial.send-mail', {
  payload: z.strictObject({ order: z.uuid() }),
  key: (p) => p.order,
});
export const mailTerms = {
  queue: 'trial.jobs',
  attempts: 4,
  backoff_ms: 50,
  priority: 'now',
  owner: 'platform_operator',
  whenDead: 'Open the post office.',
} as const satisfies WorkTerms;

/** Nobody reacts to it. */
export const Rained = event('trial.rained', z.strictObject({}));

@Injectable()
export class Trial {
  /** What the next calls do beside counting; tests set it. */
  mood: (what: string, order: string) => Promise<void> | void = () => undefined;

  constructor(private readonly work: UnitOfWork) {}

  place(order: string): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.run(`insert into trial.effect (what, of) values ('ordered', $1)`, [order]);
      tx.emit(Ordered, { order });
      tx.enqueue(SendMail, { order });
    });
  }

  tell(): Promise<void> {
    return this.work.run(async (tx) => tx.emit(Rained, {}));
  }

  askForMail(order: string, times: number): Promise<void> {
    return this.work.run(async (tx) => {
      for (let i = 0; i < times; i++) tx.enqueue(SendMail, { order });
    });
  }

  /** The post office knows its letters by key: sent twice is sent once, as every job must arrange it. */
  async mail(order: string): Promise<void> {
    await this.mood('mail', order);
    await this.work.run((tx) =>
      tx.run(`insert into trial.effect (what, of, key) values ('mail', $1, $1) on conflict do nothing`, [order]),
    );
  }

  react(what: string, order: string): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.run(`insert into trial.effect (what, of) values ($1, $2)`, [what, order]);
      await this.mood(what, order);
    });
  }
}

@Module({ providers: [Trial], exports: [Trial] })
export class TrialModule {}

export async function makeTrialTables(): Promise<void> {
  await asOwner(`drop schema if exists trial cascade`);
  await asOwner(`create schema trial`);
  await asOwner(
    `create table trial.effect (n bigint generated always as identity, what text not null, of uuid not null,
                  key uuid unique)`,
  );
  await asOwner(`grant usage on schema trial to odop_app`);
  await asOwner(`grant select, insert on trial.effect to odop_app`);
}

export const dropTrialTables = (): Promise<unknown> => asOwner(`drop schema trial cascade`);
