import type { Wordings } from '../domain/wordings.js';

export const grievancesBreachedEn: Wordings<'grievances.breached'> = {
  officer: {
    subject: 'Complaint {ticket} is over its time',
    text: 'Complaint {ticket} was to be decided by {redress_by} and is not. It is flagged as a breach. Please decide it now.',
    sms: 'ODOP Bazaar: complaint {ticket} was to be decided by {redress_by}. Please decide it now.',
  },
};
