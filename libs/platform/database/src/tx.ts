import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { z } from 'zod';
import type { Actor, EventType, JobType } from '#platform/kernel';
import type { Planned } from './prepared-texts.js';

/** What changed, for the audit trail. Values are masked by the caller: never a secret, never a personal value. */
export interface AuditNote {
  action: string;
  object: { kind: string; id: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
}

/**
 * An open transaction. Only `UnitOfWork` makes one, and every write asks for it first, so that writing outside
 * a transaction does not compile.
 */
export interface Tx {
  /** The database's business time at the start of the transaction: the only clock for money, stock and deadlines. */
  readonly now: Date;
  readonly actor: Actor;
  /** TypeORM's manager on this transaction's connection, for entities. */
  readonly manager: EntityManager;
  /**
   * Rows of a query, each checked against `row`.
   * @param planned  `once` where planning takes longer than finding; left alone PostgreSQL decides by its own estimates
   */
  many<T>(row: z.ZodType<T>, sql: string, values?: readonly unknown[], planned?: Planned): Promise<T[]>;
  /** The one row of a query, or null. @throws a broken invariant on more than one */
  maybe<T>(row: z.ZodType<T>, sql: string, values?: readonly unknown[], planned?: Planned): Promise<T | null>;
  /** A statement's number of changed rows. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
  /** Inserts rows of an entity in one statement. */
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | readonly E[]): Promise<void>;
  /**
   * Tries a part of the transaction: when it throws, what it wrote and told is undone (savepoint) and the error goes on,
   * so that the caller may choose another way inside the same transaction.
   */
  attempt<T>(part: () => Promise<T>): Promise<T>;
  /** News, told once this transaction has committed, never if it does not (S-12). */
  emit<P>(type: EventType<P>, payload: P): void;
  /** Work for a queue, under the same promise. */
  enqueue<P>(type: JobType<P>, payload: P): void;
  /** A line in the audit trail, in the same transaction (S-69). */
  audit(note: AuditNote): void;
  /** Runs after a successful commit, in this process only: for nudges, never for effects. */
  afterCommit(nudge: () => void): void;
}
