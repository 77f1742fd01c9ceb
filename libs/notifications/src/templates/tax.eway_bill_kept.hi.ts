import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillKeptHi: Wordings<'tax.eway_bill_kept'> = {
  maker: {
    subject: '{number} का ई-वे बिल रद्द नहीं हुआ',
    text: '{number} का माल नहीं जाएगा, पर सरकारी पोर्टल ने उसका ई-वे बिल रद्द नहीं किया: कोड {code}। उसका क्रमांक काम में न लें। काग़ज़ सँभालकर रखें: उनसे दिखता है कि माल नहीं गया।',
    sms: 'ODOP बाज़ार: {number} का ई-वे बिल रद्द नहीं हुआ (कोड {code})। उसे काम में न लें।',
  },
  officer: {
    subject: 'एक ई-वे बिल रद्द नहीं हुआ',
    text: 'पोर्टल ने {number} का ई-वे बिल रद्द नहीं किया: कोड {code}। उसका माल नहीं जा रहा। देखें कि वहाँ कुछ ठीक करना है या नहीं।',
    sms: 'ODOP बाज़ार: {number} का ई-वे बिल रद्द नहीं हुआ (कोड {code})।',
  },
};
