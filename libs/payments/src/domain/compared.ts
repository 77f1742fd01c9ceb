import type { Difference } from './difference.js';

/** What came of holding one list of a provider's against our rows. */
export interface Compared {
  looked: number;
  /** Provider ids of what both sides agree about. */
  agreeing: string[];
  found: Difference[];
}

export const nothingYet = (): Compared => ({ looked: 0, agreeing: [], found: [] });

/** Items of a list, so many at a time: one question to the database for each batch. */
export async function* inBatches<T>(items: AsyncIterable<T>, size = 100): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Those of the ids a provider keeps for us that can be ours at all. */
export const ownIds = (ids: readonly (string | null)[]): string[] =>
  ids.filter((id) => id !== null && uuid.test(id)) as string[];
