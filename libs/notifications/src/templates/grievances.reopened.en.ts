import type { Wordings } from '../domain/wordings.js';

export const grievancesReopenedEn: Wordings<'grievances.reopened'> = {
  officer: {
    subject: 'Complaint {ticket} is reopened',
    text: 'The shopper says that complaint {ticket} is not settled. Open it to read why. It is to be decided by {redress_by}.',
    sms: 'ODOP Bazaar: complaint {ticket} is reopened, to be decided by {redress_by}.',
  },
};
