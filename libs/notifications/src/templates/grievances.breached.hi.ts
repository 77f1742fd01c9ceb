import type { Wordings } from '../domain/wordings.js';

export const grievancesBreachedHi: Wordings<'grievances.breached'> = {
  officer: {
    subject: 'शिकायत {ticket} का समय बीत गया',
    text: 'शिकायत {ticket} पर {redress_by} तक निर्णय होना था, जो नहीं हुआ। इसे समय-उल्लंघन के रूप में दर्ज किया गया है। कृपया अभी निर्णय करें।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} का समय {redress_by} को बीता। अभी निर्णय करें।',
  },
};
