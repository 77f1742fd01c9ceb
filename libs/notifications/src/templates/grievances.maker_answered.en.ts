import type { Wordings } from '../domain/wordings.js';

export const grievancesMakerAnsweredEn: Wordings<'grievances.maker_answered'> = {
  shopper: {
    subject: 'The maker answered about your complaint {ticket}',
    text: 'The maker has answered what we asked about your complaint {ticket}. Open the complaint to read the answer. We now decide.',
    sms: 'ODOP Bazaar: the maker has answered about your complaint {ticket}. Open it to read the answer.',
  },
  officer: {
    subject: 'The maker answered about complaint {ticket}',
    text: 'The maker has answered your question about complaint {ticket}. Please read the answer and decide.',
    sms: 'ODOP Bazaar: the maker has answered about complaint {ticket}. Please decide.',
  },
};
