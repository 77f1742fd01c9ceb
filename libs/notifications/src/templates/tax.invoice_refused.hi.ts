import type { Wordings } from '../domain/wordings.js';

export const taxInvoiceRefusedHi: Wordings<'tax.invoice_refused'> = {
  maker: {
    subject: 'सरकारी पोर्टल ने {number} नहीं लिया',
    text: 'बीजकों के सरकारी पोर्टल ने {number} पंजीकृत नहीं किया: कोड {code}। पंजीकरण तक यह नहीं छपता। आपके काग़ज़ों में लिखा है कि क्या ग़लत है और आप क्या कर सकती हैं; फिर वहीं से दोबारा भेजें।',
    sms: 'ODOP बाज़ार: बीजक {number} जीएसटी पोर्टल पर पंजीकृत नहीं हुआ (कोड {code})। अपने काग़ज़ देखें।',
  },
  officer: {
    subject: 'एक बीजक पंजीकृत नहीं हुआ',
    text: 'बीजक पोर्टल ने एक विक्रेता का {number} पंजीकृत नहीं किया: कोड {code}। उसे बता दिया गया है; जो हमारे हाथ में है उसमें सहायता करें।',
    sms: 'ODOP बाज़ार: बीजक {number} पंजीकृत नहीं हुआ (कोड {code})।',
  },
};
