import type { Wordings } from '../domain/wordings.js';

export const procurementExtensionAskedEn: Wordings<'procurement.extension_asked'> = {
  buyer: {
    subject: 'Contract {contract}: the seller asks for more time',
    text: 'The seller of contract {contract} asks to deliver until {until}. Grant it with damages for the delay or without, or refuse it. Until you answer, the day of delivery stays.',
    sms: 'ODOP Bazaar: the seller of contract {contract} asks for time until {until}. Please answer.',
  },
};
