import type { Wordings } from '../domain/wordings.js';

export const identityMemberInvitedEn: Wordings<'identity.member_invited'> = {
  person: {
    subject: '{shop} asks you to work with them',
    text: '{shop} invites you to work with them on ODOP Bazaar as {role}. If you know them, open your invitations and accept within 14 days. If not, you need not do anything.',
    sms: 'ODOP Bazaar: {shop} invites you to work with them as {role}. Open your invitations to accept.',
  },
};
