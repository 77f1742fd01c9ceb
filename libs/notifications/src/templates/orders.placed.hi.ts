import type { Wordings } from '../domain/wordings.js';

export const ordersPlacedHi: Wordings<'orders.placed'> = {
  maker: {
    subject: 'नया ऑर्डर {order}',
    text: 'आपके लिए नया ऑर्डर है: {order}, मूल्य {amount}। भुगतान हो चुका है। कृपया {accept_by} तक स्वीकार करें; तब तक उत्तर न मिलने पर ऑर्डर रद्द होगा और ख़रीदार को पैसा लौटेगा।',
    sms: 'ODOP बाज़ार: नया ऑर्डर {order}, मूल्य {amount}। {accept_by} तक स्वीकार करें।',
  },
  shopper: {
    subject: 'आपका ऑर्डर {order}',
    text: 'धन्यवाद। ऑर्डर {order} का भुगतान मिल गया: {amount}। कारीगर से पुष्टि माँगी गई है; पुष्टि होते ही हम आपको लिखेंगे।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} दर्ज हुआ, {amount} मिले। पुष्टि होने पर लिखेंगे।',
  },
  maker_cash: {
    subject: 'नया ऑर्डर {order}',
    text: 'आपके लिए नया ऑर्डर है: {order}, मूल्य {amount}। ख़रीदार सामान मिलने पर कूरियर को नक़द देगा। कृपया {accept_by} तक स्वीकार करें; तब तक उत्तर न मिलने पर ऑर्डर रद्द होगा।',
    sms: 'ODOP बाज़ार: नया ऑर्डर {order}, मूल्य {amount}, भुगतान नक़द। {accept_by} तक स्वीकार करें।',
  },
  shopper_cash: {
    subject: 'आपका ऑर्डर {order}',
    text: 'ऑर्डर {order} के लिए धन्यवाद। सामान मिलने पर कूरियर को {amount} नक़द दें। कारीगर से पुष्टि माँगी गई है; पुष्टि होते ही हम आपको लिखेंगे।',
    sms: 'ODOP बाज़ार: ऑर्डर {order} दर्ज हुआ। सामान मिलने पर {amount} नक़द दें।',
  },
};
