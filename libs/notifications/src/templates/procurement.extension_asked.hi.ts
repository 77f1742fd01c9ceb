import type { Wordings } from '../domain/wordings.js';

export const procurementExtensionAskedHi: Wordings<'procurement.extension_asked'> = {
  buyer: {
    subject: 'अनुबंध {contract}: विक्रेता अधिक समय माँगता है',
    text: 'अनुबंध {contract} का विक्रेता {until} तक सामान देना चाहता है। विलंब शुल्क के साथ या बिना अनुमति दें, या मना करें। उत्तर मिलने तक पुरानी तारीख बनी रहेगी।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} का विक्रेता {until} तक समय माँगता है। उत्तर दें।',
  },
};
