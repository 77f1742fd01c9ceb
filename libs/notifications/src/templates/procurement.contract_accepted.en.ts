import type { Wordings } from '../domain/wordings.js';

export const procurementContractAcceptedEn: Wordings<'procurement.contract_accepted'> = {
  buyer: {
    subject: 'Contract {contract} is accepted',
    text: 'The maker has accepted contract {contract} and prepares the goods.',
    sms: 'ODOP Bazaar: the maker has accepted contract {contract}.',
  },
};
