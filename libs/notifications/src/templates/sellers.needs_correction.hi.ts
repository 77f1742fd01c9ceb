import type { Wordings } from '../domain/wordings.js';

export const sellersNeedsCorrectionHi: Wordings<'sellers.needs_correction'> = {
  maker: {
    subject: 'आपके आवेदन में सुधार चाहिए',
    text: '{shop} के आवेदन में कुछ सुधारना या जोड़ना है। कृपया अपना आवेदन खोलें: उसमें लिखा है कि क्या कम है। सुधार कर दोबारा भेज दें; बाक़ी सब सुरक्षित है।',
    sms: 'ODOP बाज़ार: {shop} के आवेदन में सुधार चाहिए। कृपया खोलकर दोबारा भेजें।',
  },
};
