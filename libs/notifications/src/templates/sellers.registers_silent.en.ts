import type { Wordings } from '../domain/wordings.js';

export const sellersRegistersSilentEn: Wordings<'sellers.registers_silent'> = {
  maker: {
    subject: 'An officer looks at your papers',
    text: 'A register we asked about the papers of {shop} did not answer in time. You need not do anything: an officer of your district looks at them instead, with the originals if need be.',
    sms: 'ODOP Bazaar: a register did not answer about {shop}. An officer looks at your papers instead.',
  },
};
