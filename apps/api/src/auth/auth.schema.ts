import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { parseContact, roleNames } from '#identity';

/** Fits the column and takes passwords exactly as they are sent (S-31); how strong one is, the use-case judges. */
const password = z
  .string()
  .min(1)
  .max(512)
  .describe('8 to 128 characters, taken exactly as sent')
  .meta({ examples: ['a loom of seven colours'] });
const sixDigits = z
  .string()
  .regex(/^[0-9]{6}$/, 'six digits')
  .meta({ examples: ['482915'] });
const token = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({ examples: ['an-invented-token-of-forty-three-characters'] });
const deviceToken = token.describe('what an earlier sign-in on this device was given');
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'a language tag such as hi or en-IN')
  .default('en');

const signIn = z
  .string()
  .min(3)
  .max(254)
  .describe('mobile number or e-mail address')
  .meta({ examples: ['asha.rani@rani-handloom.example'] });
export const contact = signIn.transform((text, context) => {
  const read = parseContact(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'a mobile number of India or an e-mail address' });
  return z.NEVER;
});

export const registrationBody = z
  .strictObject({
    name: freeText(120),
    signIn: contact,
    password: password.optional(),
    language,
    notice: z.string().min(1).max(40).describe('version of the privacy notice that was shown and agreed to'),
  })
  .meta({ id: 'NewRegistration' });

export const askedCode = z
  .strictObject({ challengeId: z.uuid(), sentTo: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'AskedCode' });
export const registration = askedCode.extend({ registrationId: z.uuid() }).meta({ id: 'Registration' });
export const codeBody = z.strictObject({ code: sixDigits }).meta({ id: 'OneTimeCode' });
export const registered = z.strictObject({ personId: z.uuid() }).meta({ id: 'Registered' });

const door = { secondFactor: sixDigits.optional(), deviceToken: deviceToken.optional() };
export const passwordSignIn = z.strictObject({ signIn, password, ...door }).meta({ id: 'PasswordSignIn' });
export const codeSignIn = z
  .strictObject({ challengeId: z.uuid(), code: sixDigits, ...door })
  .meta({ id: 'CodeSignIn' });
export const signInBody = z.union([passwordSignIn, codeSignIn]);

export const tokens = z
  .strictObject({
    sessionId: z.uuid(),
    personId: z.uuid(),
    accessToken: z.string(),
    tokenType: z.literal('Bearer'),
    accessExpiresAt: z.iso.datetime(),
    refreshToken: z.string(),
    secondFactor: z.enum(['none', 'needed', 'proved']),
    deviceToken: z.string().optional(),
  })
  .meta({ id: 'Tokens' });
export const refreshBody = z.strictObject({ refreshToken: token }).meta({ id: 'Refresh' });

export const session = z
  .strictObject({
    id: z.uuid(),
    isThis: z.boolean(),
    client: z.string(),
    address: z.string().nullable(),
    openedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    staffReason: z.string().nullable(),
  })
  .meta({ id: 'SignIn' });
export const sessions = z.strictObject({ items: z.array(session).max(100) }).meta({ id: 'SignIns' });

export const askCodeBody = z.strictObject({ signIn: contact }).meta({ id: 'AskCode' });
export const resetBody = z.strictObject({ code: sixDigits, password }).meta({ id: 'NewPassword' });
export const passwordBody = z
  .strictObject({ oldPassword: password, newPassword: password })
  .meta({ id: 'ChangePassword' });

export const secondFactor = z
  .strictObject({ secret: z.string(), uri: z.string().describe('for the QR code of an authenticator app') })
  .meta({ id: 'SecondFactor' });
export const recoveryCodes = z
  .strictObject({ recoveryCodes: z.array(z.string()).max(10) })
  .meta({ id: 'RecoveryCodes' });
export const proofBody = z
  .union([
    z.strictObject({ code: sixDigits }),
    z.strictObject({ challengeId: z.uuid(), code: sixDigits }),
    z.strictObject({ recoveryCode: z.string().regex(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/i) }),
  ])
  .meta({ id: 'SecondFactorProof' });

export const me = z
  .strictObject({
    personId: z.uuid(),
    organisationId: z.uuid().nullable(),
    postId: z.uuid().nullable(),
    roles: z.array(z.string()).max(roleNames.length),
    permissions: z.array(z.string()).max(1_000),
    secondFactorAt: z.iso.datetime().nullable(),
    delegateId: z.uuid().nullable(),
  })
  .meta({ id: 'Me' });
