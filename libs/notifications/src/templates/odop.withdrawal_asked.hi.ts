import type { Wordings } from '../domain/wordings.js';

export const odopWithdrawalAskedHi: Wordings<'odop.withdrawal_asked'> = {
  officer: {
    subject: 'राज्य ने हटाने को कहा: {product}',
    text: 'राज्य ने {district} के “{product}” को ODOP सूची से हटाने को कहा है। कृपया निर्णय करें।',
    sms: 'ODOP बाज़ार: राज्य ने {district} के “{product}” को हटाने को कहा है।',
  },
};
