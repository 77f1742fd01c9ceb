import type { Wordings } from '../domain/wordings.js';

export const grievancesMakerSilentHi: Wordings<'grievances.maker_silent'> = {
  officer: {
    subject: 'शिकायत {ticket} पर बनाने वाले का जवाब नहीं',
    text: 'ऑर्डर {order} (शिकायत {ticket}) के बारे में बनाने वाले ने समय पर जवाब नहीं दिया। जो पता है उसी पर निर्णय करें, या फिर पूछें।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} पर समय में जवाब नहीं आया। निर्णय करें या फिर पूछें।',
  },
};
