import type { Wordings } from '../domain/wordings.js';

export const procurementExtensionAnsweredEn: Wordings<'procurement.extension_answered'> = {
  maker: {
    subject: 'Contract {contract}: {outcome}',
    text: 'You asked to deliver contract {contract} until {until}. The office’s answer: {outcome}. Open the contract to read its words.',
    sms: 'ODOP Bazaar: contract {contract}, more time until {until}: {outcome}.',
  },
};
