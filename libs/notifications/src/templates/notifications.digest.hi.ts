import type { Wordings } from '../domain/wordings.js';

export const notificationsDigestHi: Wordings<'notifications.digest'> = {
  person: {
    subject: 'पिछले संदेश के बाद {news, plural, one {# ख़बर} other {# ख़बरें}}',
    text: 'आपने ये ख़बरें एक साथ माँगी थीं:\n\n{list}\n\nसब कुछ आपके इनबॉक्स में है।',
    sms: 'ODOP बाज़ार: इनबॉक्स में {news, plural, one {# ख़बर} other {# ख़बरें}}, पहली: {opening}',
  },
};
