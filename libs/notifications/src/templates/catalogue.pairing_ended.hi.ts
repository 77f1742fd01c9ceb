import type { Wordings } from '../domain/wordings.js';

export const cataloguePairingEndedHi: Wordings<'catalogue.pairing_ended'> = {
  reseller: {
    subject: 'अब आपके पास नहीं: {title}',
    text: '“{title}” बनाने वाले {shop} ने आपकी पेशकश बंद कर दी है; कारण जोड़ी के पन्ने पर लिखा है। जो मँगाया जा चुका है वह पहुँचाएँ; नया कुछ आपसे नहीं मँगाया जा सकता।',
    sms: 'ODOP बाज़ार: {shop} ने “{title}” की आपकी पेशकश बंद की।',
  },
};
