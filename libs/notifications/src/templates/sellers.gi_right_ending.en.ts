import type { Wordings } from '../domain/wordings.js';

export const sellersGiRightEndingEn: Wordings<'sellers.gi_right_ending'> = {
  maker: {
    subject: 'Your right to the name {gi} ends soon',
    text: 'For {shop}: your certificate as authorised user of {gi} no longer holds from {ends} on. Your goods stay on sale, but lose the GI mark that day. Please enter the renewed certificate before then: your district officer compares it with the register.',
    sms: 'ODOP Bazaar: for {shop}, the certificate for {gi} no longer holds from {ends} on. Please enter the new one.',
  },
};
