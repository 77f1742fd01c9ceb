import type { Wordings } from '../domain/wordings.js';

export const grievancesMakerAnsweredHi: Wordings<'grievances.maker_answered'> = {
  shopper: {
    subject: 'शिकायत {ticket} पर बनाने वाले का जवाब',
    text: 'आपकी शिकायत {ticket} के बारे में हमने जो पूछा था, बनाने वाले ने उसका जवाब दिया है। पढ़ने के लिए शिकायत खोलें। अब हम निर्णय करेंगे।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} पर बनाने वाले का जवाब आया। पढ़ने के लिए खोलें।',
  },
  officer: {
    subject: 'शिकायत {ticket} पर बनाने वाले का जवाब',
    text: 'शिकायत {ticket} के बारे में आपके सवाल का जवाब बनाने वाले ने दिया है। कृपया पढ़ें और निर्णय करें।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} पर बनाने वाले का जवाब आया। निर्णय करें।',
  },
};
