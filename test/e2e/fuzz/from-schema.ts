import fc from 'fast-check';
import type { ApiDocument } from '#platform/testing';

interface Node {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Node[];
  oneOf?: Node[];
  allOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: Node | boolean;
  items?: Node;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

/** What databases, parsers and careless code choke on. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...['', ' ', '\0', '\ud800', '\u202e', '\u200b', 'null', 'true', '0', '-1', 'NaN', '1e309', '0x10', ' 5', '٣'],
    ...["'", '"', "' or 1=1 --", "'; select pg_sleep(9) --", '%', '_', '\\', '{{7*7}}', '${7*7}', '../../etc/passwd'],
    ...['<script>alert(1)</script>', 'a'.repeat(10_000), '9'.repeat(400), '1970-02-30', '99999-01-01T00:00:00Z'],
    ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], [null], { a: 1 }],
    ...[
      { __proto__x: 1 },
      { constructor: 1 },
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

const formats: Record<string, fc.Arbitrary<unknown>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((date) => date.toISOString()),
  date: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((date) => date.toISOString().slice(0, 10)),
};

/** Texts of one kind are made by one maker: setting one up costs more than hundreds of the texts it makes. */
const textMakers = new Map<string, fc.Arbitrary<unknown>>();

function textOf({ pattern, minLength = 0, maxLength = 40 }: Node): fc.Arbitrary<unknown> {
  const kind = pattern ?? `${minLength} to ${maxLength}`;
  const known = textMakers.get(kind);
  if (known) return known;
  const longest = Math.min(maxLength, Math.max(minLength, 60));
  const made = pattern
    ? fc.stringMatching(new RegExp(pattern, 'u'))
    : fc.string({ unit: 'grapheme', minLength, maxLength: longest });
  textMakers.set(kind, made);
  return made;
}

/** Values that fit a JSON schema, with something hostile put in now and then. */
export function fromSchema(document: ApiDocument, schema: object, spice = 0.1): fc.Arbitrary<unknown> {
  const visit = (node: Node): fc.Arbitrary<unknown> =>
    spice === 0
      ? fitting(node)
      : fc.oneof({ weight: 100 * (1 - spice), arbitrary: fitting(node) }, { weight: 100 * spice, arbitrary: hostile });

  const fitting = (node: Node): fc.Arbitrary<unknown> => {
    if (node.$ref) return fitting(document.components.schemas[node.$ref.split('/').at(-1)!] as Node);
    if ('const' in node) return fc.constant(node.const);
    if (node.enum) return fc.constantFrom(...node.enum);
    const choice = node.anyOf ?? node.oneOf;
    if (choice) return fc.oneof(...choice.map(visit));
    if (node.allOf) return visit(node.allOf[0]!);
    const types = [node.type].flat();
    return types.length > 1 ? fc.oneof(...types.map((type) => ofType({ ...node, type }))) : ofType(node);
  };

  const ofType = (node: Node): fc.Arbitrary<unknown> => {
    switch (node.type) {
      case 'object':
        return ofObject(node);
      case 'array':
        return fc.array(visit(node.items ?? {}), {
          minLength: node.minItems ?? 0,
          maxLength: Math.min(node.maxItems ?? 3, (node.minItems ?? 0) + 3),
        });
      case 'integer':
        return fc
          .maxSafeInteger()
          .map((n) => clamp(n, node))
          .chain((n) => fc.constantFrom(n, node.minimum ?? 0, node.maximum ?? n));
      case 'number':
        return fc.double({ min: node.minimum ?? -1e6, max: node.maximum ?? 1e6, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'string':
        return formats[node.format ?? ''] ?? textOf(node);
      default:
        return hostile;
    }
  };

  const ofObject = (node: Node): fc.Arbitrary<unknown> => {
    const members = Object.entries(node.properties ?? {}).map(([name, member]) => [name, visit(member)] as const);
    return fc.record(Object.fromEntries(members), { requiredKeys: node.required ?? [] });
  };

  return visit(schema as Node);
}

const clamp = (n: number, { minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 }: Node): number => {
  const span = maximum - minimum + 1;
  return Number.isSafeInteger(span) ? minimum + (Math.abs(n) % span) : Math.min(maximum, Math.max(minimum, n));
};
