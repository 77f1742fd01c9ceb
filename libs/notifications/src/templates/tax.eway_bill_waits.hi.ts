import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillWaitsHi: Wordings<'tax.eway_bill_waits'> = {
  maker: {
    subject: '{number} अब भी ई-वे बिल की प्रतीक्षा में है',
    text: '{number} के माल को ई-वे बिल चाहिए और {since} से नहीं है। उससे पहले माल न सौंपें। यदि वह लौटाया गया है तो काग़ज़ों में उसके पन्ने पर लिखी बात ठीक करके दोबारा माँगें; नहीं तो हम प्रयास करते रहेंगे।',
    sms: 'ODOP बाज़ार: {number} का ई-वे बिल {since} से नहीं है। माल अभी न भेजें।',
  },
  officer: {
    subject: 'एक ई-वे बिल देर से है',
    text: 'एक विक्रेता के {number} के माल को ई-वे बिल चाहिए और {since} से नहीं है। देखें कि पोर्टल उत्तर देता है या नहीं, या ठीक करने में सहायता करें।',
    sms: 'ODOP बाज़ार: {number} का ई-वे बिल {since} से नहीं है।',
  },
};
