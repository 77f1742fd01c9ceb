import { AsyncLocalStorage } from 'node:async_hooks';
import { systemActor, type Actor } from '#platform/kernel';

/** What is true for everything done on behalf of one request, job or command. */
export interface Context {
  actor: Actor;
  /** Goes through log lines, events and jobs, so that one thread can be followed. */
  requestId: string;
  /** Caller's address, for the audit trail; null for jobs. */
  address: string | null;
  /** `POST /v1/buyer/orders`, a job's name, a command. */
  operation: string;
  /** Set for what changes something: its first transaction writes an audit row of its own accord (S-69). */
  audited: boolean;
  /** Shared by everything done under one request: how many audit rows it has left. */
  trail?: { rows: number };
  /** Why, when whoever started it has said so: stands on every audit row that names no reason of its own. */
  reason?: string;
}

const storage = new AsyncLocalStorage<Context>();

export const runInContext = <T>(context: Context, work: () => T): T => storage.run(context, work);

/** @throws when called outside a request, job or command: that is a wiring fault */
export function currentContext(): Context {
  const context = storage.getStore();
  if (!context) throw new Error('no context: wrap the call in runInContext or runAsSystem');
  return context;
}

export const maybeContext = (): Context | undefined => storage.getStore();

/** For jobs, clocks and commands. */
export const runAsSystem = <T>(operation: string, requestId: string, work: () => T): T =>
  storage.run({ actor: systemActor(operation), requestId, address: null, operation, audited: false }, work);
