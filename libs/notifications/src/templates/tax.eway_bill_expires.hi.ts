import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillExpiresHi: Wordings<'tax.eway_bill_expires'> = {
  maker: {
    subject: '{number} का ई-वे बिल {ends} को समाप्त होगा',
    text: '{number} का माल अभी रास्ते में है और उसका ई-वे बिल {eway} {ends} को समाप्त होगा। वाहक से पूछें कि माल उससे पहले पहुँचेगा या नहीं; नहीं तो पोर्टल पर अवधि बढ़वानी होगी, जो समाप्ति से आठ घंटे पहले से आठ घंटे बाद तक हो सकता है।',
    sms: 'ODOP बाज़ार: {number} का ई-वे बिल {eway} {ends} को समाप्त होगा। अवधि बढ़वाएँ।',
  },
  officer: {
    subject: 'माल रास्ते में है और ई-वे बिल समाप्त हो रहा है',
    text: '{number} का ई-वे बिल {eway} {ends} को समाप्त होगा और माल पहुँचा नहीं है। विक्रेता को बताया गया है; देखें कि वाहक अवधि बढ़ाता है या नहीं।',
    sms: 'ODOP बाज़ार: {number} का ई-वे बिल {eway} {ends} को समाप्त होगा।',
  },
};
