import type { ServiceKeys } from '#platform/crypto';
import type { Head } from './data/chain.js';

/**
 * A kept head under a key the database does not hold: whoever rewrites a whole day and every digest after it still
 * cannot write its head.
 */
export const headMac = (keys: ServiceKeys, { day, links, head }: Head): Buffer =>
  keys.hmac('audit', day, String(links), head.toString('hex'));
