import type { Wordings } from '../domain/wordings.js';

export const paymentsMoneyWaitsHi: Wordings<'payments.money_waits'> = {
  officer: {
    subject: 'पैसा तय समय से अधिक रुका है',
    text: '{since} से इस पर कुछ नहीं हुआ है ({what}): {number}। कृपया भुगतान विभाग में देखें।',
    sms: 'ODOP बाज़ार: {what} {since} से रुका है। कृपया भुगतान विभाग में देखें।',
  },
};
