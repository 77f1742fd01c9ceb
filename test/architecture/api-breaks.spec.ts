import type { ApiDocument } from '#platform/testing';
import { apiBreaks } from '../support/api-breaks.js';

const base = () => ({
  paths: {
    '/v1/things/{id}': {
      put: {
        operationId: 'thingsPut',
        security: [{}, { bearer: [] }],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 10 } }],
        requestBody: {
          required: false,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Wish' } } },
        },
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
      },
    },
  },
  components: {
    schemas: {
      Wish: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string', maxLength: 50 },
          state: { enum: ['a', 'b'] },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
      Thing: {
        type: 'object',
        required: ['title', 'price'],
        properties: {
          title: { type: 'string' },
          price: { type: ['integer'] },
          next: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
      },
    },
    responses: {},
  },
});
type Base = ReturnType<typeof base>;
const documentOf = (change: (document: Base) => void = () => undefined): ApiDocument => {
  const document = base();
  change(document);
  return document as unknown as ApiDocument;
};
const put = ({ paths }: Base) => paths['/v1/things/{id}'].put;
/** Changes written freely: what is compared is not what the type of the example says. */
const loose = (value: object) => value as Record<string, never> & Record<string, unknown>;

describe('S-50 a change of the description that breaks callers', () => {
  test.each<[string, (document: Base) => void, RegExp]>([
    ['an operation that is gone', ({ paths }) => delete loose(paths)['/v1/things/{id}'], /is gone/],
    ['a caller who must sign in', (d) => put(d).security.shift(), /wants a credential/],
    [
      'a parameter that is needed',
      (d) =>
        put(d).parameters.push({ name: 'x', in: 'query', required: true, schema: { type: 'string', maxLength: 1 } }),
      /wants query x/,
    ],
    ['a parameter that is gone', (d) => put(d).parameters.pop(), /takes no path id/],
    ['a shorter parameter', (d) => (put(d).parameters[0]!.schema.maxLength = 9), /path id may be over its maxLength/],
    ['a body that is needed', (d) => (put(d).requestBody.required = true), /wants a body/],
    ['a member that is needed', (d) => d.components.schemas.Wish.required.push('state'), /body may lack state/],
    [
      'a value that is not taken',
      (d) => d.components.schemas.Wish.properties.state.enum.pop(),
      /body state may be another value/,
    ],
    [
      'a member that is not taken',
      (d) => delete loose(d.components.schemas.Wish.properties)['state'],
      /body may hold state/,
    ],
    ['a shorter text', (d) => (d.components.schemas.Wish.properties.title.maxLength = 49), /body title may be over/],
    [
      'another type deep inside',
      (d) => (d.components.schemas.Wish.properties.tags.items.type = 'integer'),
      /body tags\[\] may be string/,
    ],
    ['a member that may be missing', (d) => d.components.schemas.Thing.required.pop(), /answer 200 may lack price/],
    [
      'a member that may be null',
      (d) => d.components.schemas.Thing.properties.price.type.push('null'),
      /answer 200 price may be null/,
    ],
    [
      'a choice more in an answer',
      (d) => d.components.schemas.Thing.properties.next.anyOf.push({ type: 'integer' }),
      /answer 200 next may be/,
    ],
    ['an answer that is gone', (d) => delete loose(put(d).responses)['200'], /does not answer 200/],
  ])('%s is found', (_name, change, fault) => {
    const found = apiBreaks(documentOf(), documentOf(change));
    expect(found).toEqual([expect.stringMatching(fault)]);
  });

  test.each<[string, (document: Base) => void]>([
    ['nothing', () => undefined],
    ['an operation more', ({ paths }) => (loose(paths)['/v1/more'] = { get: put(base()) } as never)],
    [
      'a wish more that need not be',
      (d) => (loose(d.components.schemas.Wish.properties)['size'] = { type: 'integer' } as never),
    ],
    ['a longer text', (d) => (d.components.schemas.Wish.properties.title.maxLength = 60)],
    ['a wish that may be left out', (d) => d.components.schemas.Wish.required.pop()],
    [
      'a member more in an answer',
      (d) => (loose(d.components.schemas.Thing.properties)['size'] = { type: 'integer' } as never),
    ],
    ['a member that is always there', (d) => d.components.schemas.Thing.required.push('next')],
    ['a choice less in an answer', (d) => d.components.schemas.Thing.properties.next.anyOf.pop()],
  ])('%s is no such change', (_name, change) => {
    expect(apiBreaks(documentOf(), documentOf(change))).toEqual([]);
  });
});
