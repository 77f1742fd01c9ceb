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

/** Whom a question to a maker concerns, as its news say it. */
export const askedParties = (one: {
  id: string;
  complaint_id: string;
  ticket: string;
  person_id: string;
  seller_id: string;
  order_id: string;
  order_number: string;
}) => ({
  complaintId: one.complaint_id,
  ticket: one.ticket,
  personId: one.person_id,
  sellerId: one.seller_id,
  orderId: one.order_id,
  questionId: one.id,
  order: one.order_number,
});
