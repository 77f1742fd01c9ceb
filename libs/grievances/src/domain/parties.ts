/** Whom a complaint concerns, as its news say it. */
export const parties = (one: {
  id: string;
  ticket: string;
  person_id: string;
  seller_id: string | null;
  order_id: string | null;
}) => ({
  complaintId: one.id,
  ticket: one.ticket,
  personId: one.person_id,
  sellerId: one.seller_id,
  orderId: one.order_id,
});
