import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTrackingBrokenHi: Wordings<'fulfilment.tracking_broken'> = {
  officer: {
    subject: '{courier} की फ़ाइल {file} की पंक्तियाँ पढ़ी नहीं जा सकीं',
    text: 'कूरियर {courier} की फ़ाइल {file} में {rows, plural, one {# पंक्ति पढ़ी नहीं जा सकी} other {# पंक्तियाँ पढ़ी नहीं जा सकीं}}, पहली पंक्ति {first} पर। बाक़ी सब पंक्तियाँ ले ली गई हैं। कृपया उनसे पूछें कि इनमें क्या लिखा है।',
    sms: 'ODOP बाज़ार: {courier} की फ़ाइल {file} की {rows, plural, one {# पंक्ति पढ़ी नहीं जा सकी} other {# पंक्तियाँ पढ़ी नहीं जा सकीं}}। कृपया उनसे पूछें।',
  },
};
