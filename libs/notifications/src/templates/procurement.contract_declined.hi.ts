import type { Wordings } from '../domain/wordings.js';

export const procurementContractDeclinedHi: Wordings<'procurement.contract_declined'> = {
  buyer: {
    subject: 'अनुबंध {contract} अस्वीकार हुआ',
    text: 'कारीगर ने अनुबंध {contract} अस्वीकार किया है। माँग फिर खुली है: कृपया किसी और कारीगर से मँगाएँ। कारण अनुबंध में लिखा है।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} अस्वीकार हुआ। माँग फिर खुली है।',
  },
};
