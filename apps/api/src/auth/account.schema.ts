import { z } from 'zod';
import { delegable, delegateKinds, keyScopes } from '#identity';
import { freeText } from '#platform/identifiers';
import { contact } from './auth.schema.js';

export const contactBody = z.strictObject({ contact }).meta({ id: 'NewContact' });

export const apiKeyBody = z
  .strictObject({
    name: freeText(80),
    scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
    addresses: z
      .array(z.union([z.ipv4(), z.ipv6()]))
      .max(50)
      .default([])
      .describe('addresses it may be used from; empty: from anywhere'),
    lifetimeDays: z.int().min(1).max(365).default(90),
  })
  .meta({ id: 'NewApiKey' });
export const madeKey = z
  .strictObject({ keyId: z.uuid(), key: z.string().describe('shown this once'), expiresAt: z.iso.datetime() })
  .meta({ id: 'MadeApiKey' });
export const rotatedKey = madeKey.omit({ expiresAt: true }).meta({ id: 'RotatedApiKey' });
export const apiKeys = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          scopes: z.array(z.string()).max(keyScopes.length),
          addresses: z.array(z.string()).max(50),
          madeAt: z.iso.datetime(),
          expiresAt: z.iso.datetime(),
          lastUsedAt: z.iso.datetime().nullable(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'ApiKeys' });

export const delegationBody = z
  .strictObject({
    maker: contact,
    organisationId: z.uuid().nullable().default(null),
    kind: z.enum(delegateKinds),
    scope: z.array(z.enum(delegable)).min(1).max(delegable.length),
    until: z.iso.date().describe('last day, in India'),
  })
  .meta({ id: 'NewDelegation' });
export const askedDelegation = z
  .strictObject({ delegationId: z.uuid(), challengeId: z.uuid(), sentTo: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'AskedDelegation' });
export const delegations = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          maker: z.string(),
          delegate: z.string(),
          organisationId: z.uuid(),
          kind: z.string(),
          scope: z.array(z.string()).max(delegable.length),
          until: z.iso.datetime(),
          state: z.enum(['asked', 'active', 'ended']),
        }),
      )
      .max(100),
  })
  .meta({ id: 'Delegations' });

export const logQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.uuid().optional(),
});
export const delegateLog = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          at: z.iso.datetime(),
          by: z.string(),
          did: z.string(),
          object: z.strictObject({ kind: z.string(), id: z.string() }),
        }),
      )
      .max(100),
  })
  .meta({ id: 'DelegateLog' });

export const personalData = z.record(z.string(), z.unknown()).meta({ id: 'PersonalData' });
export const erasure = z.strictObject({ dueAt: z.iso.datetime() }).meta({ id: 'ErasureAsked' });
