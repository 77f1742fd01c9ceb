/** So long after its money came an order is placed, or the desk hears of it. @rule S-5 */
export const place_within_s = 60;

/** States in which the money of an order has not been noticed. */
export const unplacedStates = ['pending_payment', 'payment_failed'] as const;
