import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiClient, type ApiDocument } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';

interface Holder {
  schema?: object;
  example?: unknown;
}

describe('the examples of the description', () => {
  let app: NestFastifyApplication;
  let document: ApiDocument;
  beforeAll(async () => {
    app = await createApi();
    ({ document } = apiClient(app));
  });
  afterAll(() => app.close());

  /** Whatever may carry an example, with where it stands in the document. */
  function* holders(): Generator<[place: string[], holder: Holder]> {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { parameters, requestBody, responses }] of Object.entries(methods)) {
        const at = ['paths', path, method];
        for (const [index, parameter] of parameters.entries()) yield [[...at, 'parameters', String(index)], parameter];
        for (const [type, media] of Object.entries(requestBody?.content ?? {}))
          yield [[...at, 'requestBody', 'content', type], media];
        for (const [status, { content = {} }] of Object.entries(responses)) {
          for (const [type, media] of Object.entries(content))
            yield [[...at, 'responses', status, 'content', type], media];
        }
      }
    }
  }

  test('STD-1.10 every body and every JSON answer has an example', () => {
    const without: string[] = [];
    for (const [place, { schema, example }] of holders()) {
      const isJson = place.at(-2) === 'content' && place.at(-1)!.endsWith('json');
      if (schema && isJson && example === undefined) without.push(place.join(' '));
    }
    expect(without).toEqual([]);
  });

  test('S-50 every example is what its schema says', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ ...document }, 'api');
    const wrong: string[] = [];
    let checked = 0;
    for (const [place, { example }] of holders()) {
      if (example === undefined) continue;
      checked += 1;
      const pointer = [...place, 'schema'].map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
      const valid = ajv.compile({ $ref: `api#/${encodeURI(pointer)}` });
      if (!valid(example)) wrong.push(`${place.join(' ')}: ${ajv.errorsText(valid.errors)} ${JSON.stringify(example)}`);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(100);
  });
});
