import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Response, type Test } from 'supertest';
import { ApiDescription } from '#platform/http';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof methods)[number];

/** Speaks to the api as the world does, and holds every answer against /openapi.json (S-50). */
export type ApiClient = Record<Method, (path: string) => Test> & {
  /** Statuses each operation has given to this client, by operationId. */
  readonly seen: ReadonlyMap<string, ReadonlySet<number>>;
  readonly document: ApiDocument;
};

interface Media {
  schema: object;
}
interface Answered {
  $ref?: string;
  content?: Record<string, Media>;
}
export interface Operation {
  operationId: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, Answered>;
  security: object[];
}
export interface ApiDocument {
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: { schemas: Record<string, object>; responses: Record<string, Answered> };
}

/** `client.post('/v1/…').set(…).send(…)`: a supertest request whose answer must be what the document says. */
export function apiClient(app: NestFastifyApplication): ApiClient {
  const document = app.get(ApiDescription, { strict: false }).document as unknown as ApiDocument;
  const seen = new Map<string, Set<number>>();
  const check = answerChecker(document, seen);
  const send = (method: Method) => (path: string) =>
    request(app.getHttpServer())
      [method](path)
      .expect((answer) => check(method, path, answer));
  return {
    ...(Object.fromEntries(methods.map((method) => [method, send(method)])) as Record<Method, (path: string) => Test>),
    seen,
    document,
  };
}

function answerChecker(document: ApiDocument, seen: Map<string, Set<number>>) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...document }, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const schemaAt = (place: string): ValidateFunction => {
    const known = compiled.get(place) ?? ajv.compile({ $ref: `api#${place}` });
    compiled.set(place, known);
    return known;
  };
  const paths = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }));

  return (method: Method, sent: string, answer: Response): void => {
    const path = sent.split('?')[0]!;
    const matching = paths.filter((each) => each.pattern.test(path) && document.paths[each.path]![method]);
    // A fixed path is more exact than one with parameters.
    const template = matching.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]?.path;
    const what = `${method.toUpperCase()} ${path} answered ${answer.status}`;
    if (template === undefined) {
      if (answer.status < 400) throw new Error(`${what}, but is not in the document`);
      return;
    }
    const operation = document.paths[template]![method]!;
    const statuses = seen.get(operation.operationId) ?? new Set();
    seen.set(operation.operationId, statuses.add(answer.status));
    const named = operation.responses[answer.status];
    if (!named) throw new Error(`${what}, which the document does not know`);
    const place = named.$ref
      ? named.$ref.slice(1)
      : `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses/${answer.status}`;
    const described = named.$ref ? document.components.responses[place.split('/').at(-1)!]! : named;
    if (!described.content) {
      if (answer.text) throw new Error(`${what} with a body the document does not know`);
      return;
    }
    const type = (answer.headers['content-type'] ?? '').split(';')[0]!;
    const media = [type, '*/*'].find((each) => described.content![each]);
    if (!media) throw new Error(`${what} as ${type}, which the document does not know`);
    if (!type.endsWith('json')) return;
    const valid = schemaAt(encodeURI(`${place}/content/${media.replaceAll('/', '~1')}/schema`));
    if (!valid(JSON.parse(answer.text))) {
      throw new Error(
        `${what} with another body than the document says: ${ajv.errorsText(valid.errors)}\n${answer.text}`,
      );
    }
  };
}
