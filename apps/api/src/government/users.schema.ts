import { z } from 'zod';
import { postRanks, ranks } from '#identity';
import { freeText } from '#platform/identifiers';
import { contact } from '../auth/auth.schema.js';
import { stateCode } from '../public/names.schema.js';

const place = {
  stateCode: stateCode.nullable().default(null),
  districtId: z.uuid().nullable().default(null),
};
export const buyerClass = z
  .string()
  .regex(/^(CENTRAL|CPSE|AUTONOMOUS|SCIENTIFIC|STATE:[A-Z]{2})$/)
  .meta({ examples: ['STATE:BR'] });
const officerMailbox = contact.refine((each) => each.kind === 'email', 'an official mailbox');

export const buyerRegistrationBody = z
  .strictObject({
    departmentId: z.uuid(),
    name: freeText(200),
    buyerClass: buyerClass.nullable().default(null).describe('null: that of the ministry'),
    ...place,
    post: z.strictObject({ title: freeText(120), rank: z.enum(postRanks) }),
    verifier: officerMailbox.describe('official mailbox of the verifying authority'),
  })
  .meta({ id: 'NewBuyerRegistration' });
export const buyerRegistration = z
  .strictObject({ registrationId: z.uuid(), organisationId: z.uuid() })
  .meta({ id: 'BuyerRegistration' });

export const waitingRegistrations = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          registrationId: z.uuid(),
          organisationId: z.uuid(),
          name: z.string(),
          primaryUser: z.string(),
          post: z.string(),
          rank: z.string(),
          askedAt: z.iso.datetime(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'WaitingBuyerRegistrations' });
export const approvalBody = z.strictObject({ rank: z.enum(ranks).describe('your own') }).meta({ id: 'BuyerApproval' });
export const reasonBody = z.strictObject({ reason: freeText(500) }).meta({ id: 'Reason' });

export const officeBody = z.strictObject({ name: freeText(200), ...place }).meta({ id: 'NewOffice' });
export const postBody = z
  .strictObject({
    organisationId: z.uuid(),
    title: freeText(120),
    rank: z.enum(postRanks),
    division: freeText(120).nullable().default(null),
  })
  .meta({ id: 'NewPost' });
export const made = z.strictObject({ id: z.uuid() }).meta({ id: 'MadeId' });

const officerRole = z.enum(['gov_buyer', 'gov_consignee', 'gov_ddo', 'gov_pao', 'gov_competent_authority']);
export const appointmentBody = z
  .strictObject({ officer: officerMailbox, roles: z.array(officerRole).min(1).max(3) })
  .meta({ id: 'Appointment' });
export const transferBody = z
  .strictObject({
    successor: officerMailbox.nullable().describe('null: the post stands vacant'),
    reason: freeText(500),
  })
  .meta({ id: 'ChargeTransfer' });

export const posts = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          postId: z.uuid(),
          organisationId: z.uuid(),
          title: z.string(),
          rank: z.string(),
          division: z.string().nullable(),
          holder: z.strictObject({ personId: z.uuid(), name: z.string(), email: z.string().nullable() }).nullable(),
          roles: z.array(z.strictObject({ grantId: z.uuid(), role: z.string() })).max(officerRole.options.length),
        }),
      )
      .max(1_000),
  })
  .meta({ id: 'Posts' });
