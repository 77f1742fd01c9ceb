import type { Wordings } from '../domain/wordings.js';

export const grievancesAcknowledgedHi: Wordings<'grievances.acknowledged'> = {
  shopper: {
    subject: 'आपकी शिकायत {ticket} पढ़ ली गई है',
    text: 'हमारे शिकायत विभाग ने आपकी शिकायत {ticket} पढ़ ली है। निर्णय {redress_by} तक होगा; तब हम आपको लिखेंगे।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} पढ़ ली गई। निर्णय {redress_by} तक।',
  },
};
