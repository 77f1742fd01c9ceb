import type { Wordings } from '../domain/wordings.js';

export const procurementIncidentMovedHi: Wordings<'procurement.incident_moved'> = {
  maker: {
    subject: 'शिकायत {incident}: {step}',
    text: 'अनुबंध {contract} पर शिकायत {incident}: {step}। क्या कहा गया और आगे क्या होगा, पढ़ने के लिए शिकायत खोलें।',
    sms: 'ODOP बाज़ार: शिकायत {incident}, अनुबंध {contract}: {step}।',
  },
  maker_asked: {
    subject: 'कृपया उत्तर दें: शिकायत {incident}',
    text: 'अनुबंध {contract} के बारे में आपसे उत्तर माँगा गया है (शिकायत {incident})। कृपया {due} तक उत्तर दें। इस बीच अनुबंधों का सामान पहले की तरह दें।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} की शिकायत {incident} का उत्तर {due} तक दें।',
  },
  buyer: {
    subject: 'शिकायत {incident}: {step}',
    text: 'अनुबंध {contract} पर शिकायत {incident}: {step}। क्या कहा गया और आगे क्या होगा, पढ़ने के लिए शिकायत खोलें।',
    sms: 'ODOP बाज़ार: शिकायत {incident}, अनुबंध {contract}: {step}।',
  },
  buyer_asked: {
    subject: 'कृपया उत्तर दें: शिकायत {incident}',
    text: 'अनुबंध {contract} के बारे में आपके कार्यालय से उत्तर माँगा गया है (शिकायत {incident})। कृपया {due} तक उत्तर दें।',
    sms: 'ODOP बाज़ार: अनुबंध {contract} की शिकायत {incident} का उत्तर {due} तक दें।',
  },
  nodal_officer: {
    subject: 'आपका कार्यालय, शिकायत {incident}: {step}',
    text: 'आपके कार्यालय के अनुबंध {contract} पर शिकायत {incident}: {step}। कार्यालय की चूक उसके प्रमुख को बताई जाती है; एक वर्ष में और चूक होने पर कार्यालय चिह्नित होता है।',
    sms: 'ODOP बाज़ार: आपका कार्यालय, शिकायत {incident}: {step}।',
  },
  officer: {
    subject: 'शिकायत {incident}: {step}',
    text: 'अनुबंध {contract} पर शिकायत {incident} आपके डेस्क की प्रतीक्षा में है: {step}।',
    sms: 'ODOP बाज़ार: शिकायत {incident} आपके डेस्क पर है: {step}।',
  },
};
