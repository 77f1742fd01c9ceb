import type { Wordings } from '../domain/wordings.js';

export const procurementPaymentOverdueHi: Wordings<'procurement.payment_overdue'> = {
  maker: {
    subject: 'अनुबंध {contract}: भुगतान में देरी',
    text: 'कार्यालय को अनुबंध {contract} के {amount} का भुगतान {due} तक करना था। उसके भुगतान अधिकारी और विभागाध्यक्ष को बताया गया है। अब से ब्याज लगता है: कार्यालय पर कितना बनता है और सूक्ष्म या लघु उद्यम को कानून क्या देता है, यह अनुबंध की भुगतान घड़ी में देखें।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} का {amount} भुगतान बाकी, अंतिम समय {due}। दावा अनुबंध में देखें।',
  },
};
