import type { Tx } from '#platform/database';
import type { Side } from './incident.rules.js';

/** On which side of a contract the caller stands; null on neither. */
export function sideOf(tx: Tx, of: { office_id: string; seller_id: string }): Side | null {
  if (tx.actor.organisationId === of.office_id) return 'buyer';
  return tx.actor.organisationId === of.seller_id ? 'seller' : null;
}
