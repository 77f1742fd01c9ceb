import type { Wordings } from '../domain/wordings.js';

export const grievancesEscalatedHi: Wordings<'grievances.escalated'> = {
  officer: {
    subject: 'शिकायत {ticket} नोडल व्यक्ति के पास',
    text: 'शिकायत {ticket} पर अब तक निर्णय नहीं हुआ। अब नोडल व्यक्ति {redress_by} तक निर्णय करेंगे।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} अब नोडल व्यक्ति के पास, निर्णय {redress_by} तक।',
  },
  shopper: {
    subject: 'आपकी शिकायत {ticket} हमारे नोडल व्यक्ति के पास',
    text: 'आपकी शिकायत {ticket} में हमें देर हुई। अब हमारे नोडल व्यक्ति {redress_by} तक निर्णय करेंगे।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} अब नोडल व्यक्ति के पास, निर्णय {redress_by} तक।',
  },
};
