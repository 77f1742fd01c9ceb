import 'reflect-metadata';
import type { ModuleMetadata, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DatabaseModule } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { NestLog, runAsSystem, runInContext } from '#platform/observability';
import { DataSource } from 'typeorm';
import { standing } from './standing.js';

export interface Booted {
  /** A provider of the booted modules. */
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Runs as somebody, as a request of theirs would. */
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  /** Runs as a job would. */
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Boots modules on this worker's database, without HTTP: for tests of a module through its public API. */
export async function boot(imports: NonNullable<ModuleMetadata['imports']>): Promise<Booted> {
  const module = await Test.createTestingModule({ imports: [DatabaseModule, ...imports] })
    .setLogger(new NestLog())
    .compile();
  await module.init();
  const schemas = module.get(DataSource, { strict: false }).entityMetadatas.map(({ schema }) => schema ?? '');
  const isGone = standing.put(schemas);
  return {
    get: (token) => module.get(token as Type, { strict: false }),
    as: (actor, work) =>
      runInContext(
        { actor, requestId: newId(), address: null, operation: actor.label, audited: true, trail: { rows: 0 } },
        work,
      ),
    asSystem: (work) => runAsSystem('test', newId(), work),
    close: () => {
      isGone();
      return module.close();
    },
  };
}

/** An invented person with the given permissions, for module tests; journeys through HTTP use real sign-ins instead. */
export const personActor = (overrides: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId: newId(),
  organisationId: null,
  postId: null,
  roles: [],
  permissions: new Set(),
  sessionId: newId(),
  secondFactorAt: null,
  delegateId: null,
  label: 'test person',
  ...overrides,
});
