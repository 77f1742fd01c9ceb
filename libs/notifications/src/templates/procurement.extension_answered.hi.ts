import type { Wordings } from '../domain/wordings.js';

export const procurementExtensionAnsweredHi: Wordings<'procurement.extension_answered'> = {
  maker: {
    subject: 'अनुबंध {contract}: {outcome}',
    text: 'आपने अनुबंध {contract} का सामान {until} तक देने का समय माँगा था। कार्यालय का उत्तर: {outcome}। पूरा उत्तर पढ़ने के लिए अनुबंध खोलें।',
    sms: 'ODOP बाज़ार: अनुबंध {contract}, {until} तक समय: {outcome}।',
  },
};
