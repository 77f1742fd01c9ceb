import type { Wordings } from '../domain/wordings.js';

export const grievancesWaitsEn: Wordings<'grievances.waits'> = {
  officer: {
    subject: 'Complaint {ticket} is not acknowledged',
    text: 'Complaint {ticket} came in on {since}, and nobody has acknowledged it in the time the law gives. Please do it now.',
    sms: 'ODOP Bazaar: complaint {ticket} of {since} is not acknowledged in time. Please do it now.',
  },
};
