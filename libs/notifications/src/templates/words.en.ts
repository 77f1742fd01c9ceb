/** Words of ours that stand inside a message, and the frame of an e-mail. */
export const wordsEn = {
  declined: 'the maker could not take it on',
  not_answered: 'the maker did not answer in time',
  customer: 'the buyer cancelled it',
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
  paper_fssai: 'the food licence',
  paper_gi_user: 'the certificate as authorised user of the GI',
  paper_land_border: 'the declaration on land borders',
  may_apply: 'application',
  may_list: 'goods',
  may_orders: 'orders',
  may_contracts: 'contracts',
  may_payouts: 'payouts',
} as const;

export const frameEn = 'Namaste {name},\n\n{text}\n\nODOP Bazaar\n';
