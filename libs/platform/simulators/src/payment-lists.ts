import { z } from 'zod';
import { invalid } from './payment-objects.js';

const whole = z.coerce.number().int();
const range = z.strictObject({ gt: whole, gte: whole, lt: whole, lte: whole }).partial();

/** Parameters every list takes. Filters of one list (`payment_intent`, `type` …) are read by its route. */
export const listParams = z.object({
  limit: whole.min(1).max(100).default(10),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  created: z.union([range, whole]).optional(),
});

interface Listed {
  id: string;
  created: number;
}

/** One page, newest first, in the provider's list envelope. */
export function page<T extends Listed>(items: readonly T[], query: Record<string, unknown>, url: string) {
  const read = listParams.safeParse(query);
  if (!read.success) throw invalid(z.prettifyError(read.error));
  const { limit, starting_after, ending_before, created } = read.data;
  const newestFirst = items.toReversed().filter((item) => within(item.created, created));
  const after = starting_after === undefined ? 0 : place(newestFirst, starting_after) + 1;
  const before = ending_before === undefined ? newestFirst.length : place(newestFirst, ending_before);
  const window = newestFirst.slice(after, before);
  const backwards = ending_before !== undefined;
  const data = backwards ? window.slice(-limit) : window.slice(0, limit);
  return { object: 'list', url, has_more: window.length > limit, data };
}

function place(items: readonly Listed[], id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw invalid(`No such object in this list: '${id}'`, 'resource_missing');
  return index;
}

function within(created: number, wanted: z.infer<typeof listParams>['created']): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return created === wanted;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = wanted;
  return created > gt && created >= gte && created < lt && created <= lte;
}

/** Replaces ids by the objects they name, along paths like `latest_charge.balance_transaction` or `data.source`. */
export function expandAll(answer: unknown, paths: readonly string[], find: (id: string) => unknown): unknown {
  return paths.reduce((object, path) => expandOne(object, path.split('.'), find), answer);
}

function expandOne(object: unknown, [step, ...rest]: string[], find: (id: string) => unknown): unknown {
  if (step === undefined || typeof object !== 'object' || object === null) return object;
  if (Array.isArray(object)) return object.map((item) => expandOne(item, [step, ...rest], find));
  const child = (object as Record<string, unknown>)[step];
  const found = typeof child === 'string' ? find(child) : child;
  return { ...object, [step]: expandOne(found ?? null, rest, find) };
}
