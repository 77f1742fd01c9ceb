import type { Wordings } from '../domain/wordings.js';

export const paymentsRefundLateHi: Wordings<'payments.refund_late'> = {
  officer: {
    subject: '{amount} की वापसी में देर, हर दिन के {daily} देय',
    text: 'भुगतान विफल हुआ पर पैसा कट गया, और उसमें से {amount} समय पर नहीं लौटे; रुकी वापसियों की संख्या: {refunds}। जब तक न लौटे, शुरू होने वाले हर दिन के {daily} ग्राहक को देय हैं। रुकी हुई वापसियाँ देखें।',
    sms: 'ODOP बाज़ार: {amount} की वापसी में देर; हर अगले दिन के {daily} देय हैं। रुकी हुई वापसियाँ देखें।',
  },
  shopper: {
    subject: 'आपके {amount} की वापसी में देर',
    text: 'भुगतान विफल रहा पर पैसा आपसे कट गया; {amount} अब तक लौट जाने चाहिए थे, वापसियों की संख्या: {refunds}। जब तक न लौटे, हर अगले दिन के {daily} आपको देय हैं; यह आपके ऑर्डर में दिखता है।',
    sms: 'ODOP बाज़ार: आपके {amount} की वापसी में देर। हर अगले दिन के {daily} आपको देय हैं।',
  },
};
