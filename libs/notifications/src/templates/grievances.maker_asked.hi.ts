import type { Wordings } from '../domain/wordings.js';

export const grievancesMakerAskedHi: Wordings<'grievances.maker_asked'> = {
  maker: {
    subject: 'ऑर्डर {order} के बारे में सवाल',
    text: 'शिकायत डेस्क ऑर्डर {order} के बारे में आपसे पूछता है (टिकट {ticket})। कृपया सवाल खोलें और {answer_by} तक जवाब दें; फ़ोटो या काग़ज़ हों तो साथ दें। आपका जवाब डेस्क और ख़रीदार पढ़ेंगे; जवाब न मिलने पर डेस्क आपके बिना निर्णय करेगा।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} पर शिकायत डेस्क का सवाल। {answer_by} तक जवाब दें।',
  },
};
