import type { Subscription } from '#platform/queue';

/**
 * News → what follows. The whole choreography between the modules is this table; a reaction calls one use-case, in one
 * transaction, once per piece of news. The words name the reaction and stay as they are once in use.
 *
 * @example
 * when(PaymentCaptured, {
 *   'place the orders that were paid': call(MarkPlaced, (markPlaced, e) => markPlaced.run(e.cause.id)),
 * }),
 */
export const subscriptions: readonly Subscription[] = [];
