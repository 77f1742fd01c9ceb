import type { Wordings } from '../domain/wordings.js';

export const identityDelegationEndedHi: Wordings<'identity.delegation_ended'> = {
  maker: {
    subject: 'इस सहमति से अब कोई आपकी ओर से काम नहीं करता',
    text: 'जिन्हें आपने सहमति दी थी, वे {at} से आपकी ओर से काम नहीं करते। जो उन्होंने किया वह आपकी सूची में रहता है।',
    sms: 'ODOP बाज़ार: जिन्हें आपने सहमति दी थी, वे {at} से आपकी ओर से काम नहीं करते।',
  },
  delegate: {
    subject: 'आप अब एक कारीगर की ओर से काम नहीं करते',
    text: 'जिस सहमति से आप एक कारीगर की ओर से काम करते थे, वह {at} समाप्त हुई।',
    sms: 'ODOP बाज़ार: जिस सहमति से आप कारीगर की ओर से काम करते थे, वह {at} समाप्त हुई।',
  },
};
