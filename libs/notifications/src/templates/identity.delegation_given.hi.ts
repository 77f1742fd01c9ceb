import type { Wordings } from '../domain/wordings.js';

export const identityDelegationGivenHi: Wordings<'identity.delegation_given'> = {
  maker: {
    subject: 'अब कोई आपकी ओर से काम कर सकता है',
    text: 'आपने {at} अपने कोड से सहमति दी कि कोई आपकी ओर से काम करे। वे जो करते हैं वह आपकी सूची में लिखा है, और आप इसे कभी भी समाप्त कर सकती हैं। पैसे के हर काम के लिए उन्हें आपका नया कोड चाहिए।',
    sms: 'ODOP बाज़ार: {at} से कोई आपकी सहमति से आपकी ओर से काम करता है। आप इसे कभी भी समाप्त कर सकती हैं।',
  },
};
