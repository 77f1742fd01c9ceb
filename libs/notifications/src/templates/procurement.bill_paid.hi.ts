import type { Wordings } from '../domain/wordings.js';

export const procurementBillPaidHi: Wordings<'procurement.bill_paid'> = {
  maker: {
    subject: 'अनुबंध {contract} का भुगतान: {amount}',
    text: 'सरकार ने अनुबंध {contract} के बिल का भुगतान किया है: {amount} आपके बैंक खाते में। बैंक का संदर्भ (UTR): {utr}।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} का भुगतान {amount}, UTR {utr}।',
  },
};
