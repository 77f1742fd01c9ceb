import type { Wordings } from '../domain/wordings.js';

export const fulfilmentDeliveredHi: Wordings<'fulfilment.delivered'> = {
  consignee: {
    subject: 'कृपया प्राप्ति दर्ज करें: अनुबंध {contract}',
    text: 'अनुबंध {contract} का सामान पहुँच गया है। कृपया गिनकर प्राप्ति दर्ज करें, फिर स्वीकार करें या कारण सहित अस्वीकार करें। समय पर कुछ दर्ज न होने पर सामान प्राप्त माना जाएगा।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} का सामान पहुँचा। कृपया प्राप्ति दर्ज करें।',
  },
};
