import type { Wordings } from '../domain/wordings.js';

export const procurementContractIssuedHi: Wordings<'procurement.contract_issued'> = {
  maker: {
    subject: 'आपके लिए सरकारी ऑर्डर: {contract}',
    text: 'एक सरकारी कार्यालय ने आपसे सामान मँगाया है: अनुबंध {contract}, मूल्य {amount}। कृपया पढ़कर {accept_by} तक स्वीकार या अस्वीकार करें। तब तक उत्तर न मिलने पर यह समाप्त हो जाएगा।',
    sms: 'ODOP बाज़ार: सरकारी अनुबंध {contract}, मूल्य {amount}। {accept_by} तक उत्तर दें।',
  },
};
