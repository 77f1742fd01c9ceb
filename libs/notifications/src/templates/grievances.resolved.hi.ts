import type { Wordings } from '../domain/wordings.js';

export const grievancesResolvedHi: Wordings<'grievances.resolved'> = {
  shopper: {
    subject: 'आपकी शिकायत {ticket} पर निर्णय',
    text: 'आपकी शिकायत {ticket} पर निर्णय हो गया है: {decision}। कारण जानने के लिए शिकायत खोलें। समाधान न हुआ हो तो {reopen_until} तक इसे फिर खोल सकते हैं; कुछ न कहने पर यह बंद हो जाएगी।',
    sms: 'ODOP बाज़ार: शिकायत {ticket}: {decision}। {reopen_until} तक फिर खोल सकते हैं।',
  },
  shopper_again: {
    subject: 'आपकी शिकायत {ticket} पर फिर से निर्णय',
    text: 'हमने आपकी शिकायत {ticket} फिर देखी, और निर्णय हो गया है: {decision}। कारण जानने के लिए शिकायत खोलें।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} पर फिर निर्णय: {decision}।',
  },
};
