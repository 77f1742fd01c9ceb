/** Longest words of a gift, characters: they fit on a card. */
export const gift_message_max = 300;

/** Where the words of an order's gift are sealed. */
export const giftOfOrder = (orderId: string) => ({ table: 'orders.order', column: 'gift_message', row: orderId });
