import type { Wordings } from '../domain/wordings.js';

export const grievancesAcknowledgedEn: Wordings<'grievances.acknowledged'> = {
  shopper: {
    subject: 'We have read your complaint {ticket}',
    text: 'Somebody of our complaints desk has read your complaint {ticket}. It is decided by {redress_by}; you hear from us then.',
    sms: 'ODOP Bazaar: we have read your complaint {ticket}. It is decided by {redress_by}.',
  },
};
