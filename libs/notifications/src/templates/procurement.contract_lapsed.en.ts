import type { Wordings } from '../domain/wordings.js';

export const procurementContractLapsedEn: Wordings<'procurement.contract_lapsed'> = {
  maker: {
    subject: 'Contract {contract} has lapsed',
    text: 'Contract {contract} waited for your answer and its time is over. It no longer binds anybody, and your pieces are on sale again.',
    sms: 'ODOP Bazaar: contract {contract} has lapsed without your answer.',
  },
  buyer: {
    subject: 'Contract {contract} has lapsed',
    text: 'The maker did not answer contract {contract} in time, so it has lapsed. The demand is open again: please order from another maker.',
    sms: 'ODOP Bazaar: contract {contract} has lapsed unanswered. The demand is open again.',
  },
};
