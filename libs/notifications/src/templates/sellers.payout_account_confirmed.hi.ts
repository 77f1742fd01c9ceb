import type { Wordings } from '../domain/wordings.js';

export const sellersPayoutAccountConfirmedHi: Wordings<'sellers.payout_account_confirmed'> = {
  maker: {
    subject: 'आपके बैंक खाते की पुष्टि हुई',
    text: 'अधिकारी ने {shop} के बैंक खाते का मिलान कर पुष्टि कर दी है। अब आपका पैसा वहीं जाएगा।',
    sms: 'ODOP बाज़ार: {shop} के बैंक खाते की पुष्टि हुई। पैसा वहीं जाएगा।',
  },
};
