import type { z } from 'zod';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiClient, asOwner, type ApiDocument } from '#platform/testing';
import { debitEndBody } from '../../apps/api/src/admin/debit-notes.schema.js';
import { draftBody } from '../../apps/api/src/admin/message-templates.schema.js';
import { reason } from '../../apps/api/src/admin/policy.schema.js';
import { story } from '#odop';
import { paperLines_max } from '#tax';
import { createApi } from '../../apps/api/src/create-api.js';

interface Node {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  maximum?: number;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
}

/** Columns with a length of their own, and what writes them. */
const sizedColumns: Readonly<Record<string, { schema: z.ZodType; least: number; most: number }>> = {
  entry_story_length: { schema: story.shape.body, least: 300, most: 1_200 },
  parameter_proposal_has_reason: { schema: reason, least: 10, most: 1_000 },
  debit_request_reason: { schema: debitEndBody.shape.reason, least: 10, most: 1_000 },
  wording_has_reason: { schema: draftBody.shape.reason, least: 10, most: 1_000 },
};
/** Written by the service alone. */
const ownColumns = ['audit_seal_is_sha256', 'platform.rate_limit.key', 'schema_migration.name'];

/** Held by the 1 MiB and 32 levels of every body. */
const freeForms: Record<string, string> = {
  'post /v1/admin/policy/proposals body.value': 'read by the unit of the parameter',
  'post /webhooks/payment-gateway body': 'signed over its bytes, read by the provider',
  'post /webhooks/courier body': 'signed over its bytes, read by the courier',
  'post /webhooks/messages body': 'signed over its bytes, read by the gateway',
  'post /webhooks/replies body': 'signed over its bytes, read by the gateway',
};
/** Longer lists, each with its reason. */
const longLists: Readonly<Record<string, number>> = {
  'put /v1/seller/offers/stock body.rows': 10_000,
  'put /v1/seller/offers/prices body.rows': 10_000,
  // Shares are the whole or nothing: every member of a producer company stands in one version.
  'post /v1/seller/applications/{id}/members/shares body.shares': 5_000,
  // As long as the invoice it corrects may be.
  'post /v1/admin/debit-notes/requests body.lines': paperLines_max,
};
const shortFormats = new Set(['uuid', 'date', 'date-time', 'ipv4', 'ipv6']);
/** A pattern without an open end is as long as it says. */
const isBoundedPattern = (pattern: string): boolean =>
  pattern.startsWith('^') && pattern.endsWith('$') && !/[*+](?!\d)|,\}/.test(pattern.replace(/\\\+/g, ''));

/** Lists of a schema without a stated end, `maxItems`. */
function endless(document: ApiDocument, schema: Node, at: string, inside: readonly string[] = []): string[] {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return inside.includes(name) ? [] : endless(document, document.components.schemas[name]!, name, [...inside, name]);
  }
  const under = (node: Node, name: string) => endless(document, node, at + name, inside);
  return [
    ...([schema.type].flat().includes('array') && schema.maxItems === undefined ? [`${at} has no end`] : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((choice) => under(choice, '')),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, node]) => under(node, `.${name}`)),
    ...(schema.items ? under(schema.items, '[]') : []),
  ];
}

function unbounded(document: ApiDocument, schema: Node, at: string, inside: readonly string[] = []): string[] {
  if (freeForms[at]) return [];
  if (schema.$ref) {
    if (inside.includes(schema.$ref)) return [];
    const named = document.components.schemas[schema.$ref.split('/').at(-1)!] as Node;
    return unbounded(document, named, at, [...inside, schema.$ref]);
  }
  const under = (node: Node, name: string) => unbounded(document, node, at + name, inside);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice) => under(choice, ''));
  if (schema.enum || 'const' in schema || 'not' in schema) return [];
  const types = [schema.type].flat();
  const found: string[] = [];
  if (types[0] === undefined) found.push(`${at} may be anything`);
  if (types.includes('array') && !(schema.maxItems! <= (longLists[at] ?? 100))) found.push(`${at} may hold over 100`);
  const isShort =
    schema.maxLength !== undefined || shortFormats.has(schema.format!) || isBoundedPattern(schema.pattern ?? '');
  if (types.includes('string') && !isShort) found.push(`${at} may be of any length`);
  if (typeof schema.additionalProperties === 'object') found.push(`${at} may have any number of members`);
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, node]) => under(node, `.${name}`));
  return [...found, ...members, ...(schema.items ? under(schema.items, '[]') : [])];
}

describe('S-48 sizes in the description', () => {
  let app: NestFastifyApplication;
  let document: ApiDocument;
  beforeAll(async () => {
    app = await createApi();
    ({ document } = apiClient(app));
  });
  afterAll(() => app.close());

  test('S-48 every text and list in a request has an end, and a page has at most 100 items', () => {
    const found: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { parameters, requestBody }] of Object.entries(methods)) {
        const name = `${method} ${path}`;
        for (const { schema } of Object.values(requestBody?.content ?? {}))
          if (schema) found.push(...unbounded(document, schema, `${name} body`));
        for (const parameter of parameters) {
          if (parameter.in === 'header') continue; // The head is 16 KiB at most.
          found.push(...unbounded(document, parameter.schema, `${name} ${parameter.name}`));
          const { maximum } = parameter.schema as Node;
          if (parameter.name === 'limit' && !(maximum! <= 100)) found.push(`${name} gives pages of any size`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  test('S-48 what a request may write fits the column it goes into', async () => {
    const columns = await asOwner<{ name: string }>(
      `select conname as name from pg_constraint
        where contype = 'c' and connamespace::regnamespace::text !~ '^(pg_|information_schema|bullmq)'
          and pg_get_constraintdef(oid) ~ 'length\\('
       union
       select format('%s.%s', attrelid::regclass, attname) from pg_attribute
         join pg_class c on c.oid = attrelid and c.relkind = 'r'
        where atttypid = 'varchar'::regtype and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|bullmq)'
       order by 1`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual([...Object.keys(sizedColumns), ...ownColumns].sort());
    const fits = (schema: z.ZodType, letters: number, letter = 'a') => schema.safeParse(letter.repeat(letters)).success;
    const twoHalves = '\u{1f9f5}'; // one letter to the database, two to JavaScript
    for (const { schema, least, most } of Object.values(sizedColumns)) {
      expect([least, most].map((letters) => fits(schema, letters))).toEqual([true, true]);
      expect([least - 1, most + 1].map((letters) => fits(schema, letters))).toEqual([false, false]);
      expect([least - 1, most + 1].map((letters) => fits(schema, letters, twoHalves))).toEqual([false, false]);
    }
  });

  test('S-48 every list in an answer has an end', () => {
    const answers = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.entries(responses).map(([status, answer]) => [`${method} ${path} ${status}`, answer] as const),
      ),
    );
    const found = [...answers, ...Object.entries(document.components.responses)].flatMap(([at, { content = {} }]) =>
      Object.values(content).flatMap(({ schema }) => (schema ? endless(document, schema, at) : [])),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
