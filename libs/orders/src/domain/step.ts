import type { Actor } from '#platform/kernel';

export const stepMakers = ['shopper', 'maker', 'bazaar'] as const;
/** Who took a step of an order; what a clock or the world outside did, the bazaar did. */
export type StepMaker = (typeof stepMakers)[number];

export function madeBy(
  actor: Pick<Actor, 'personId' | 'organisationId'>,
  order: { buyer_id: string; seller_id: string },
): StepMaker {
  if (actor.personId !== null && actor.personId === order.buyer_id) return 'shopper';
  return actor.organisationId === order.seller_id ? 'maker' : 'bazaar';
}
