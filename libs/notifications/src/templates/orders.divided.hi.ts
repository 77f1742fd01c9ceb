import type { Wordings } from '../domain/wordings.js';

export const ordersDividedHi: Wordings<'orders.divided'> = {
  shopper: {
    subject: 'ऑर्डर {order} दो पार्सलों में आएगा',
    text: 'कारीगर ऑर्डर {order} में से {pieces, plural, one {# नग} other {# नग}} अलग पार्सल में भेज रहे हैं: अब यह ऑर्डर {part} है। आपको और कुछ नहीं देना है, और बताया गया दिन वही रहेगा। हर पार्सल का अपना बिल होगा, और उसका सामान आप अलग से रद्द कर सकते या लौटा सकते हैं।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} के {pieces, plural, one {# नग} other {# नग}} अलग आएँगे, ऑर्डर {part}। कुछ नहीं देना है।',
  },
  guest: {
    subject: 'ऑर्डर {order} दो पार्सलों में आएगा',
    text: 'कारीगर ऑर्डर {order} में से {pieces, plural, one {# नग} other {# नग}} अलग पार्सल में भेज रहे हैं: अब यह ऑर्डर {part} है। आपको और कुछ नहीं देना है, और बताया गया दिन वही रहेगा। यहाँ देखें: {link}',
    sms: 'ODOP बाज़ार: ऑर्डर का दूसरा पार्सल: {link}',
  },
};
