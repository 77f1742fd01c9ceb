import type { Authenticator } from '../authenticator.js';
import { inputSchema, operationText, type Route } from '../routes.js';
import type { Answer } from '../route-policy.js';
import { problemSchema } from '../problem.schema.js';
import { publicUrl } from '../config.js';
import { addExamples } from './examples.js';
import { commonHeaders, refusalResponses, refusalsOf } from './refusals.js';
import { SchemaBook, type Json } from './schema-book.js';

/**
 * The OpenAPI 3.1 document, made from the routes that run and the schemas that validate them, so that it cannot say
 * anything else than they do. @rule STD-1.10 S-50
 * @throws when two operations would have one name, or a schema has no JSON form
 */
export function describeApi(routes: readonly Route[], authenticator: Authenticator): Json {
  const book = new SchemaBook();
  const shared = new Map<string, Json>();
  book.schema(problemSchema, 'output');
  const paths: Record<string, Record<string, Json>> = {};
  const names = new Map<string, string>();
  const sorted = [...routes].sort((a, b) => (operationText(a) < operationText(b) ? -1 : 1));
  // Answers first: where a request means something else by a name, the request's schema takes another.
  const answers = new Map(sorted.map((route) => [route, answersOf(route, book)]));
  for (const route of sorted) {
    const operationId = operationIdOf(route);
    const taken = names.get(operationId);
    if (taken) throw new Error(`${taken} and ${operationText(route)} are both called ${operationId}`);
    names.set(operationId, operationText(route));
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = {
      operationId,
      summary: route.policy.summary ?? sentence(route.policy.handler!.name),
      tags: [tagOf(route.url)],
      ...securityOf(route),
      ...(route.policy.deprecated ? { deprecated: true } : {}),
      parameters: [...parametersOf(route, book), ...identityHeaders(route, authenticator)],
      ...bodyOf(route, book),
      responses: { ...answers.get(route), ...refusalResponses(refusalsOf(route, authenticator), shared) },
    };
  }
  addExamples(paths, book.components);
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'ODOP Bazaar',
      version: '1.0.0',
      summary:
        'One District One Product: makers, shoppers and government buyers on one stock, one ledger, one set of rules',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl() }],
    paths,
    components: {
      schemas: book.components,
      responses: Object.fromEntries([...shared].sort(([a], [b]) => (a < b ? -1 : 1))),
      headers,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of POST /v1/auth/sessions, or an API key (odb_…)',
        },
        ...(authenticator.guestHeader === null
          ? {}
          : {
              guest: {
                type: 'apiKey',
                in: 'header',
                name: authenticator.guestHeader,
                description: 'What a guest was given with her first cart, by POST /v1/public/carts',
              },
            }),
      },
    },
  };
}

const headers: Record<string, Json> = {
  'X-Request-Id': { description: 'name this when you ask for help', schema: { type: 'string', format: 'uuid' } },
  'RateLimit-Policy': { description: 'quotas: name; q requests in w seconds', schema: { type: 'string' } },
  RateLimit: {
    description: 'the quota this request counted in: r left, t seconds to its renewal',
    schema: { type: 'string' },
  },
};

/** `SellerListingsController.submit` → `sellerListingsSubmit`. */
function operationIdOf({ policy }: Route): string {
  const { controller, name } = policy.handler!;
  const thing = (controller as { name: string }).name.replace(/Controller$/, '');
  return thing.charAt(0).toLowerCase() + thing.slice(1) + name.charAt(0).toUpperCase() + name.slice(1);
}

const sentence = (camel: string): string => {
  const words = camel.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `/v1/buyer/orders/…` → `buyer orders`. */
const tagOf = (url: string): string =>
  url
    .split('/')
    .filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'))
    .slice(0, 2)
    .join(' ');

function securityOf({ policy }: Route): Json {
  if (policy.ignoresCredentials) return { security: [] };
  if (policy.allow === 'open') return { security: [{}, { bearer: [] }] };
  const guests = policy.guests ? [{ guest: [] }] : [];
  return {
    security: [{ bearer: [] }, ...guests],
    ...(policy.allow === 'self' ? {} : { 'x-permission': policy.allow }),
  };
}

function parametersOf({ inputs, policy }: Route, book: SchemaBook): Json[] {
  const named = inputs.flatMap(({ from, name, schema }): Json[] => {
    if (!schema || (from !== 'path' && from !== 'query')) return [];
    if (name) return [parameter(name, from, book.schema(schema, 'input'), from === 'path' || isRequired(schema))];
    const whole = book.schema(schema, 'input');
    const required = new Set((whole['required'] as string[] | undefined) ?? []);
    const members = Object.entries((whole['properties'] ?? {}) as Record<string, Json>);
    return members.map(([member, json]) => parameter(member, 'query', json, required.has(member)));
  });
  const key = parameter('Idempotency-Key', 'header', { type: 'string', minLength: 8, maxLength: 255 }, true);
  const match = parameter('If-Match', 'header', { type: 'string' }, policy.ifMatch === true);
  const digest = parameter('Content-Digest', 'header', { type: 'string', description: 'sha-256 (RFC 9530)' }, false);
  return [
    ...named,
    ...(policy.idempotent ? [key] : []),
    ...(policy.ifMatch ? [match] : []),
    ...(policy.takes ? [digest] : []),
  ];
}

/** What the sender may say of themselves besides the credential. */
const identityHeaders = ({ policy }: Route, { reads }: Authenticator): Json[] =>
  policy.ignoresCredentials
    ? []
    : Object.entries(reads).map(([name, description]) =>
        parameter(name, 'header', { type: 'string', format: 'uuid', description }, false),
      );

function parameter(name: string, from: string, json: Json, required: boolean): Json {
  const { description, ...schema } = json;
  return { name, in: from, required, ...(description === undefined ? {} : { description }), schema };
}

const isRequired = (schema: Parameters<typeof inputSchema>[0]): boolean => !schema.safeParse(undefined).success;

function bodyOf({ method, inputs, policy }: Route, book: SchemaBook): Json {
  if (policy.takes) {
    const content = Object.fromEntries(policy.takes.types.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  const body = inputs.find(({ from }) => from === 'body' || from === 'raw');
  if (!body) return {};
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const schema = body.schema ? book.schema(body.schema, 'input') : {};
  const required = body.schema === undefined || isRequired(body.schema);
  return { requestBody: { required, content: { [type]: { schema } } } };
}

function answersOf({ method, url, policy }: Route, book: SchemaBook): Record<string, Json> {
  const answers: Record<string, Json> = {};
  for (const answer of policy.answers ?? []) {
    const made = answerOf(answer, policy.idempotent !== undefined, book);
    const same = answers[answer.status];
    // One status in two forms, by what the caller accepts.
    answers[answer.status] = same
      ? { ...made, content: { ...(same['content'] as Json), ...(made['content'] as Json) } }
      : made;
  }
  const unchanged: Json = { description: 'What If-None-Match names is still good', headers: commonHeaders };
  const mayBeUnchanged = method === 'GET' && /^\/(v1|feeds|sitemaps)\/|^\/sitemap\.xml$/.test(url);
  return mayBeUnchanged ? { ...answers, 304: unchanged } : answers;
}

const replayed = {
  'Idempotent-Replayed': { schema: { const: 'true' }, description: 'the answer of the first request' },
};

function answerOf({ status, schema, description, contentType }: Answer, idempotent: boolean, book: SchemaBook): Json {
  const located = status === 201 || status === 202;
  return {
    description: description ?? (status === 204 ? 'Done' : 'As asked'),
    headers: {
      ...commonHeaders,
      ...(idempotent ? replayed : {}),
      ...(located ? { Location: { schema: { type: 'string', format: 'uri-reference' } } } : {}),
      ...(schema ? { ETag: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } } : {}),
    },
    ...(schema || contentType
      ? {
          content: {
            [contentType ?? 'application/json']: {
              schema: schema ? book.schema(schema, 'output') : { type: 'string' },
            },
          },
        }
      : {}),
  };
}
