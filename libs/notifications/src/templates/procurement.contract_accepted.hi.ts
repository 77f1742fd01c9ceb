import type { Wordings } from '../domain/wordings.js';

export const procurementContractAcceptedHi: Wordings<'procurement.contract_accepted'> = {
  buyer: {
    subject: 'अनुबंध {contract} स्वीकार हुआ',
    text: 'कारीगर ने अनुबंध {contract} स्वीकार किया है और सामान तैयार कर रहे हैं।',
    sms: 'ODOP बाज़ार: कारीगर ने अनुबंध {contract} स्वीकार किया।',
  },
};
