import type { Wordings } from '../domain/wordings.js';

export const fulfilmentSlotMissedHi: Wordings<'fulfilment.slot_missed'> = {
  maker: {
    subject: '{number} का पार्सल लेने कूरियर अब दूसरे समय आएगा',
    text: 'कूरियर {number} का पार्सल नहीं ले पाया। वह {from} से {to} के बीच फिर आएगा। कृपया पार्सल तैयार रखें; आप ऑर्डर पर दूसरा समय चुन सकते हैं।',
    sms: 'ODOP बाज़ार: कूरियर {number} का पार्सल नहीं ले पाया। {from} के बाद फिर आएगा।',
  },
  waits: {
    subject: 'कूरियर {number} का पार्सल नहीं ले पाया',
    text: 'कूरियर {number} का पार्सल नहीं ले पाया और उसने फिर आने का समय नहीं बताया। कृपया पार्सल तैयार रखें और ऑर्डर देखें: समय मिलते ही आप वहाँ चुन सकते हैं।',
    sms: 'ODOP बाज़ार: कूरियर {number} का पार्सल नहीं ले पाया। तैयार रखें और ऑर्डर पर समय चुनें।',
  },
};
