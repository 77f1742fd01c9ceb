import type { Actor } from '#platform/kernel';

/** Whether somebody is who a parcel goes to: the shopper herself, or of the consignee's office. @rule S-42 */
export const isReceiver = (actor: Actor, { receiver_id }: { receiver_id: string }): boolean =>
  receiver_id === actor.personId || receiver_id === actor.organisationId;
