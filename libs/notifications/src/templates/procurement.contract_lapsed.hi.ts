import type { Wordings } from '../domain/wordings.js';

export const procurementContractLapsedHi: Wordings<'procurement.contract_lapsed'> = {
  maker: {
    subject: 'अनुबंध {contract} समाप्त हुआ',
    text: 'अनुबंध {contract} आपके उत्तर की प्रतीक्षा में था और समय बीत गया। अब यह किसी पर लागू नहीं है, और आपका सामान फिर बिक्री पर है।',
    sms: 'ODOP बाज़ार: उत्तर न मिलने से अनुबंध {contract} समाप्त हुआ।',
  },
  buyer: {
    subject: 'अनुबंध {contract} समाप्त हुआ',
    text: 'कारीगर ने अनुबंध {contract} का समय पर उत्तर नहीं दिया, इसलिए यह समाप्त हो गया। माँग फिर खुली है: कृपया किसी और कारीगर से मँगाएँ।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} बिना उत्तर समाप्त हुआ। माँग फिर खुली है।',
  },
};
