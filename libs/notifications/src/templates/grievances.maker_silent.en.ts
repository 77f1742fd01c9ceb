import type { Wordings } from '../domain/wordings.js';

export const grievancesMakerSilentEn: Wordings<'grievances.maker_silent'> = {
  officer: {
    subject: 'The maker did not answer about complaint {ticket}',
    text: 'The maker was asked about order {order} (complaint {ticket}) and did not answer in time. Please decide with what is known, or ask again.',
    sms: 'ODOP Bazaar: no answer of the maker about complaint {ticket} in time. Please decide or ask again.',
  },
};
