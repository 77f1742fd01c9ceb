import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTakenInHi: Wordings<'fulfilment.taken_in'> = {
  maker: {
    subject: '{number} का पार्सल {centre} को मिल गया',
    text: '{centre} ने {number} का आपका पार्सल ले लिया है और उसे दूसरे पार्सलों के साथ वाहक को सौंपेगा। चल पड़ने पर आपको बताया जाएगा।',
    sms: 'ODOP बाज़ार: {number} का पार्सल {centre} को मिल गया।',
  },
};
