import { z } from 'zod';
import { defineConfig } from '#platform/config';

/** A quota: so many requests in so many seconds. */
export interface Quota {
  requests: number;
  window_s: number;
}

/**
 * Named quotas, each for one caller. `shared` ones hold over all processes; the others are counted in each process, so
 * that public reading never waits for a store. @rule STD-1.6 S-51
 */
const policies = {
  default: { requests: 600, window_s: 60, shared: false },
  search: { requests: 120, window_s: 60, shared: false },
  /** Whole lists of everything: few need them, and each is long. */
  feeds: { requests: 60, window_s: 600, shared: false },
  writes: { requests: 300, window_s: 60, shared: true },
  'sign-in': { requests: 120, window_s: 60, shared: true },
  /** Guests who begin at one address; many telephones stand behind one of an operator. @rule S-52 */
  guests: { requests: 300, window_s: 600, shared: true },
  /** Each works out prices, carriage, tax and reductions of a whole cart, and keeps them. @rule S-51 */
  quotes: { requests: 60, window_s: 60, shared: true },
  codes: { requests: 100, window_s: 600, shared: true },
  /** Each costs many rows or files. @rule S-52 */
  uploads: { requests: 30, window_s: 600, shared: true },
  /** Never below one bid a second (STD-1.6). */
  bids: { requests: 300, window_s: 60, shared: true },
} as const;

export type LimitName = keyof typeof policies;
export const limitNames = Object.keys(policies) as LimitName[];
export const isShared = (name: LimitName): boolean => policies[name].shared;

const quotas = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = new Map<LimitName, Quota>(limitNames.map((name) => [name, policies[name]]));
    for (const part of text.split(',').filter((each) => each.trim() !== '')) {
      const [, name, requests, window_s] = /^\s*([a-z-]+)=(\d{1,9})\/(\d{1,6})\s*$/.exec(part) ?? [];
      const known = limitNames.find((each) => each === name);
      if (known && Number(requests) > 0 && Number(window_s) > 0) {
        read.set(known, { requests: Number(requests), window_s: Number(window_s) });
      } else context.addIssue(`expected name=requests/seconds with a name of ${limitNames.join(', ')}`);
    }
    return read;
  });

export const limitsConfig = defineConfig(
  z.object({
    RATE_LIMITS: quotas.describe('quotas other than the built-in ones, as name=requests/seconds, separated by commas'),
    RATE_LIMITS_PATIENCE_MS: z.coerce
      .number()
      .int()
      .min(50)
      .max(30_000)
      .default(500)
      .describe('how long the shared store of quotas may take; then each process counts for itself'),
  }),
);
