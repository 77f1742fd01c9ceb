import { z } from 'zod';
import { organisationKinds, roleNames } from '#identity';
import { freeText } from '#platform/identifiers';
import { contact } from '../auth/auth.schema.js';
import { buyerClass } from '../government/users.schema.js';
import { stateCode } from '../public/names.schema.js';

const role = z.strictObject({
  id: z.uuid(),
  role: z.string(),
  organisationId: z.uuid(),
  organisation: z.string(),
  state: z.enum(['proposed', 'active']),
});

export const lookUpBody = z.strictObject({ signIn: contact }).meta({ id: 'LookUpPerson' });
export const person = z
  .strictObject({ personId: z.uuid(), name: z.string(), state: z.string(), roles: z.array(role).max(100) })
  .meta({ id: 'PersonForStaff' });
export const reasonBody = z.strictObject({ reason: freeText(500) }).meta({ id: 'StaffReason' });
export const staffToken = z
  .strictObject({ accessToken: z.string(), accessExpiresAt: z.iso.datetime() })
  .meta({ id: 'StaffToken' });

export const grantBody = z
  .strictObject({
    personId: z.uuid(),
    organisationId: z.uuid(),
    role: z.enum(roleNames.filter((name) => name !== 'shopper') as [string, ...string[]]),
  })
  .meta({ id: 'NewRoleGrant' });
export const grant = z
  .strictObject({ grantId: z.uuid(), state: z.enum(['proposed', 'active']) })
  .meta({ id: 'RoleGrant' });
export const proposedGrants = z
  .strictObject({ items: z.array(role.extend({ personId: z.uuid() })).max(100) })
  .meta({ id: 'ProposedRoleGrants' });

const officeKind = z
  .enum(organisationKinds)
  .extract(['buyer_ministry', 'buyer_department', 'state_nodal', 'district_nodal', 'collection_centre']);
export const officeBody = z
  .strictObject({
    kind: officeKind,
    name: freeText(200),
    parentId: z.uuid().nullable().default(null),
    districtId: z.uuid().nullable().default(null),
    stateCode: stateCode.nullable().default(null),
    buyerClass: buyerClass.nullable().default(null),
  })
  .refine((office) => office.kind !== 'district_nodal' || office.districtId !== null, {
    path: ['districtId'],
    message: 'a district office names its district',
  })
  .refine((office) => office.kind !== 'state_nodal' || office.stateCode !== null, {
    path: ['stateCode'],
    message: 'a State office names its State',
  })
  .meta({ id: 'NewOfficeByStaff' });
export const made = z.strictObject({ id: z.uuid() }).meta({ id: 'MadeOffice' });
