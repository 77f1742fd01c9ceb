import type { Wordings } from '../domain/wordings.js';

export const grievancesRaisedEn: Wordings<'grievances.raised'> = {
  shopper: {
    subject: 'Your complaint has the number {ticket}',
    text: 'We have your complaint. Its number is {ticket}. Somebody of our complaints desk reads it by {acknowledge_by}, and it is decided by {redress_by}.',
    sms: 'ODOP Bazaar: your complaint has the number {ticket}. We read it by {acknowledge_by}, decided by {redress_by}.',
  },
  officer: {
    subject: 'A new complaint: {ticket}',
    text: 'A shopper has complained; the ticket is {ticket}. Please read and acknowledge it by {acknowledge_by}.',
    sms: 'ODOP Bazaar: new complaint {ticket}. Please acknowledge it by {acknowledge_by}.',
  },
};
