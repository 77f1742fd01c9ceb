import { z } from 'zod';
import { freeText, readMobile } from '#platform/identifiers';
import { memberConsents, type MemberView, type Membership } from '#sellers';

const mobile = z
  .string()
  .max(20)
  .refine((typed) => readMobile(typed).ok, 'expected a mobile number of India')
  .meta({ example: '9876500011' });

export const newMemberBody = z
  .strictObject({ name: freeText(120), mobile: mobile.nullable(), joinedOn: z.iso.date() })
  .meta({ id: 'NewMember' });
export const memberCodeSent = z
  .strictObject({ challengeId: z.uuid(), sentTo: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'MemberCodeSent' });
export const memberConsentBody = z
  .union([
    z.strictObject({ challengeId: z.uuid(), code: z.string().regex(/^[0-9]{6}$/) }),
    z.strictObject({ documentId: z.uuid().describe('a scan of the paper she signed, uploaded by a delegate') }),
  ])
  .meta({ id: 'MemberConsent', example: { challengeId: '01a204f2-0dc1-7d81-8b76-9c9d1ec5cf52', code: '482913' } });
export const departureBody = z.strictObject({ leftOn: z.iso.date() }).meta({ id: 'MemberDeparture' });
export const sharesBody = z
  .strictObject({
    holdsFrom: z.iso.date(),
    reason: freeText(300),
    shares: z
      .array(z.strictObject({ memberId: z.uuid(), share_bp: z.int().min(1).max(10_000) }))
      .min(1)
      .max(5_000)
      .describe('basis points that add up to 10000'),
  })
  .meta({ id: 'MemberShares' });

const member = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    mobileEnding: z.string().nullable(),
    joinedOn: z.iso.date(),
    leftOn: z.iso.date().nullable(),
    consent: z.enum(memberConsents),
    consentAt: z.iso.datetime().nullable(),
    share_bp: z.int().min(0).max(10_000).describe('of today'),
  })
  .meta({ id: 'Member' });
/** What an officer needs to decide: no way to reach her. */
const memberOnDesk = member.omit({ mobileEnding: true }).meta({ id: 'MemberOnDesk' });
export const membersOnDesk = z
  .strictObject({
    agreed: z.int().min(0).describe('members of today who agreed, by a code or on paper'),
    notAgreed: z.int().min(0).describe('members of today who were written down and have not agreed'),
    left: z.int().min(0),
    shared_bp: z.int().min(0).max(10_000).describe('what the shares of today add up to: 0 when none are set'),
    items: z.array(memberOnDesk).max(5_000),
  })
  .meta({ id: 'MembersOnDesk' });
export const memberList = z.strictObject({ items: z.array(member).max(5_000) }).meta({ id: 'Members' });
export const membershipList = z
  .strictObject({
    items: z.array(member.extend({ shop: z.strictObject({ id: z.uuid(), name: z.string() }) })).max(100),
  })
  .meta({ id: 'Memberships' });

/** @param today  a legal day */
export function viewOfMembersOnDesk(
  rows: readonly Omit<MemberView, 'mobile'>[],
  today: string,
): z.input<typeof membersOnDesk> {
  const here = rows.filter(({ left_on }) => left_on === null || left_on > today);
  return {
    agreed: here.filter(({ consent }) => consent !== 'asked').length,
    notAgreed: here.filter(({ consent }) => consent === 'asked').length,
    left: rows.length - here.length,
    shared_bp: rows.reduce((sum, { share_bp }) => sum + share_bp, 0),
    items: rows.map((row) => {
      const { mobileEnding: _none, ...seen } = viewOfMember({ ...row, mobile: null });
      return seen;
    }),
  };
}

export const viewOfMember = (row: MemberView): z.input<typeof member> => ({
  id: row.id,
  name: row.name,
  mobileEnding: row.mobile?.slice(-4) ?? null,
  joinedOn: row.joined_on,
  leftOn: row.left_on,
  consent: row.consent,
  consentAt: row.consent_at?.toISOString() ?? null,
  share_bp: row.share_bp,
});

export const viewOfMembership = (row: Membership): z.input<typeof membershipList>['items'][number] => ({
  ...viewOfMember(row),
  shop: { id: row.seller_id, name: row.shop },
});
