import type { Wordings } from '../domain/wordings.js';

export const grievancesRaisedHi: Wordings<'grievances.raised'> = {
  shopper: {
    subject: 'आपकी शिकायत का नंबर {ticket}',
    text: 'आपकी शिकायत मिल गई है। इसका नंबर {ticket} है। हमारा शिकायत विभाग इसे {acknowledge_by} तक पढ़ेगा, और {redress_by} तक निर्णय होगा।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} मिली। पावती {acknowledge_by} तक, निर्णय {redress_by} तक।',
  },
  officer: {
    subject: 'नई शिकायत: {ticket}',
    text: 'एक ग्राहक ने शिकायत की है; टिकट {ticket} है। कृपया {acknowledge_by} तक पढ़कर पावती दें।',
    sms: 'ODOP बाज़ार: नई शिकायत {ticket}। {acknowledge_by} तक पावती दें।',
  },
};
