import type { Wordings } from '../domain/wordings.js';

export const paymentsDifferencesFoundHi: Wordings<'payments.differences_found'> = {
  officer: {
    subject: 'हमारे और भुगतान प्रदाता के खातों में अंतर',
    text: 'भुगतान प्रदाता और बैंक की सूचियों से मिलान में {found, plural, one {# नया अंतर मिला जो अपने आप ठीक नहीं हुआ} other {# नए अंतर मिले जो अपने आप ठीक नहीं हुए}}; कुल {open, plural, one {# आपकी प्रतीक्षा में है} other {# आपकी प्रतीक्षा में हैं}}। कृपया अंतरों की सूची देखें और हर एक का कारण लिखें।',
    sms: 'ODOP बाज़ार: भुगतान प्रदाता से {found, plural, one {# नया अंतर} other {# नए अंतर}}, कुल {open} लंबित।',
  },
};
