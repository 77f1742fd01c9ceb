import type { Wordings } from '../domain/wordings.js';

export const grievancesEscalatedEn: Wordings<'grievances.escalated'> = {
  officer: {
    subject: 'Complaint {ticket} goes to the nodal person',
    text: 'Complaint {ticket} is not decided yet. From now on the nodal person decides it, by {redress_by}.',
    sms: 'ODOP Bazaar: complaint {ticket} now lies with the nodal person, to be decided by {redress_by}.',
  },
  shopper: {
    subject: 'Your complaint {ticket} lies with our nodal person',
    text: 'We are late with your complaint {ticket}. From now on our nodal person decides it, by {redress_by}.',
    sms: 'ODOP Bazaar: your complaint {ticket} now lies with our nodal person, decided by {redress_by}.',
  },
};
