import type { Wordings } from '../domain/wordings.js';

export const procurementContractIssuedEn: Wordings<'procurement.contract_issued'> = {
  maker: {
    subject: 'A government order for you: {contract}',
    text: 'A government office has ordered from you: contract {contract}, worth {amount}. Please read it and accept or decline it by {accept_by}. If you do not answer until then, it lapses.',
    sms: 'ODOP Bazaar: government contract {contract} worth {amount}. Please answer by {accept_by}.',
  },
};
