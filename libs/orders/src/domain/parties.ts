/** The four ids every piece of news about an order carries. */
export const parties = (order: { id: string; checkout_id: string; buyer_id: string; seller_id: string }) => ({
  orderId: order.id,
  checkoutId: order.checkout_id,
  buyerId: order.buyer_id,
  sellerId: order.seller_id,
});
