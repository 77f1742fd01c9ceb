import type { Wordings } from '../domain/wordings.js';

export const procurementGoodsJudgedHi: Wordings<'procurement.goods_judged'> = {
  maker: {
    subject: 'अनुबंध {contract}: {outcome}',
    text: 'अनुबंध {contract} के सामान की जाँच हुई: {outcome}। स्वीकृत मूल्य: {accepted}। शेष विवरण प्रमाणपत्र में है; पढ़ने के लिए अनुबंध खोलें।',
    sms: 'ODOP बाज़ार: अनुबंध {contract}: {outcome}। स्वीकृत मूल्य {accepted}।',
  },
};
