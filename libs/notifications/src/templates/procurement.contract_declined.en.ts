import type { Wordings } from '../domain/wordings.js';

export const procurementContractDeclinedEn: Wordings<'procurement.contract_declined'> = {
  buyer: {
    subject: 'Contract {contract} is declined',
    text: 'The maker has declined contract {contract}. The demand is open again: please order from another maker. The reason stands in the contract.',
    sms: 'ODOP Bazaar: the maker has declined contract {contract}. The demand is open again.',
  },
};
