import type { Wording, Wordings } from '../domain/wordings.js';

const reminder: Wording = {
  subject: 'Contract {contract} waits for {what}',
  text: 'Contract {contract} waits for {what}, until {due} at the latest. Without a certificate the goods then count as accepted; a payment after that day costs the office interest. Open the contract to act.',
  sms: 'ODOP Bazaar: contract {contract} waits for {what}, until {due}.',
};

export const procurementOfficeRemindedEn: Wordings<'procurement.office_reminded'> = {
  consignee: reminder,
  buyer: reminder,
  paying_officer: reminder,
  nodal_officer: reminder,
};
