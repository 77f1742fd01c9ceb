/** Words of ours that stand inside a message, and the frame of an e-mail. */
export const wordsEn = {
  declined: 'the maker could not take it on',
  not_answered: 'the maker did not answer in time',
  charged_back: 'the shopper’s bank took the money back',
  customer: 'the buyer cancelled it',
  not_accepted: 'the maker cannot send them',
  cancelled: 'you cancelled them',
  returned: 'you returned them',
  exchanged: 'you exchanged them',
  late_payment: 'the payment came after the goods were given to others',
  not_delivered: 'the parcel did not arrive',
  accepted_full: 'accepted in full',
  accepted_part: 'accepted in part',
  rejected: 'not accepted',
  deemed_accepted: 'counted as accepted, because the time to object is over',
  none: 'not given',
  shg_leader: 'the leader of your group',
  service_centre: 'a service centre',
  field_officer: 'a field officer',
  blocked_report: 'a report about it was upheld',
  blocked_licence: 'your food licence has ended',
  picture_unreadable: 'the file is no picture we can read',
  picture_incomplete: 'a part of the file is missing',
  picture_too_large: 'it has more than 50 million pixels',
  picture_animated: 'it moves',
  paper_fssai: 'the food licence',
  paper_gi_user: 'the certificate as authorised user of the GI',
  paper_land_border: 'the declaration on land borders',
  maker_owner: 'owner',
  maker_manager: 'manager',
  maker_accounts: 'accountant',
  maker_packer: 'packer',
  maker_member: 'member',
  may_apply: 'application',
  may_list: 'goods',
  may_orders: 'orders',
  may_contracts: 'contracts',
  may_payouts: 'payouts',
  payment: 'payment',
  refund: 'refund',
  payout: 'payout',
  compensation: 'compensation for a late refund',
  complaint_upheld: 'in your favour',
  complaint_partly: 'partly in your favour',
  complaint_dismissed: 'not in your favour',
} as const;

/** The end of a letter to a guest about her order. */
export const followEn =
  'Follow this order, cancel it or send goods back: {link}\nWhoever has this link can do so; please keep it to yourself.';
export const frameEn = 'Namaste {name},\n\n{text}\n\nODOP Bazaar\n';

export const unsubscribeEn = 'No more letters of this kind: {link}';
