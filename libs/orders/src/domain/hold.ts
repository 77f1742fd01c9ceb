/** Why an order must not leave its maker: the shopper's bank asks about her payment. */
export const holdReasons = ['dispute'] as const;
export type HoldReason = (typeof holdReasons)[number];
