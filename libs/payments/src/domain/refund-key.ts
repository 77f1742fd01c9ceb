import { namedId } from '#platform/kernel';

/**
 * The provider's key of a refund's present try. A try the provider could not finish is over there for ever; the next one
 * is another object with another key.
 */
export const refundKey = (refund: { id: string; tries: number }): string =>
  refund.tries === 0 ? refund.id : namedId('refund again', refund.id, String(refund.tries));
