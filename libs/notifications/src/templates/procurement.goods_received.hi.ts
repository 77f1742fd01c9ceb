import type { Wordings } from '../domain/wordings.js';

export const procurementGoodsReceivedHi: Wordings<'procurement.goods_received'> = {
  maker: {
    subject: 'आपका सामान प्राप्त हुआ: {contract}',
    text: 'कार्यालय ने अनुबंध {contract} का सामान प्राप्त कर लिया है। अब वह जाँचेगा और फिर स्वीकार या अस्वीकार करेगा।',
    sms: 'ODOP बाज़ार: कार्यालय को अनुबंध {contract} का सामान मिल गया।',
  },
};
