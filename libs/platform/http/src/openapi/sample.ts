import { likelyAt, likelyTexts } from './likely.js';
import type { Json } from './schema-book.js';

/** What a format looks like; the ids are UUIDs of version 7 like every id here (STD-1.9). */
const formats: Readonly<Record<string, string>> = {
  uuid: '0199f3a2-6c1e-7b4d-9a55-3f0c8e21d7b6',
  'date-time': '2026-11-22T09:15:27.120Z',
  date: '2026-11-22',
  time: '09:15:27',
  email: 'asha.rani@rani-handloom.example',
  uri: 'https://rani-handloom.example/stole',
  'uri-reference': '/v1/public/listings',
  ipv4: '192.0.2.10',
  ipv6: '2001:db8::10',
};

/** Stands for a value there is none of: it would have to hold itself, or its schema takes nothing. */
const endless = Symbol('endless');

/**
 * One value that a JSON schema allows, the same at every call: its own example, else its constant, first choice or
 * default, else what a member of that name likely holds, else the plainest value within its bounds.
 * @param components  the document's `components.schemas`, where references lead
 * @param name  of the member that holds it, with its parent's before a point where it has one
 * @returns undefined when every value would have to hold itself, or no likely text fits a pattern: then the schema needs
 *   an example of its own
 */
export function sampleOf(schema: Json, components: Readonly<Record<string, Json>>, name = ''): unknown {
  const sample = new Sampler(components).of(schema, name, []);
  return sample === endless ? undefined : sample;
}

class Sampler {
  constructor(private readonly components: Readonly<Record<string, Json>>) {}

  of(schema: Json, name: string, inside: readonly string[]): unknown {
    const ref = schema['$ref'];
    if (typeof ref === 'string') {
      if (inside.includes(ref)) return endless;
      return this.of(this.components[ref.split('/').at(-1)!]!, name, [...inside, ref]);
    }
    if ('not' in schema) return endless;
    const own = (schema['examples'] as unknown[] | undefined)?.[0] ?? schema['const'];
    if (own !== undefined) return own;
    const listed = schema['enum'] as unknown[] | undefined;
    if (listed) return schema['default'] ?? listed[0];
    const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
    if (choices) return this.firstOf(choices, name, inside);
    const all = schema['allOf'] as Json[] | undefined;
    if (all) return Object.assign({}, ...all.map((part) => this.of(part, name, inside))) as unknown;
    const type = [schema['type']].flat().find((one) => one !== 'null');
    if (type === 'object') return this.object(schema, name, inside);
    if (type === 'array') return this.array(schema, name, inside);
    if (type === 'string') return text(schema, name);
    if (type === 'integer' || type === 'number') return number(schema, name);
    if (type === 'boolean') return schema['default'] ?? true;
    return type === undefined && schema['type'] === undefined ? {} : null;
  }

  /** A choice that says something is shown rather than null. */
  private firstOf(choices: readonly Json[], name: string, inside: readonly string[]): unknown {
    const told = choices.filter((choice) => choice['type'] !== 'null');
    for (const choice of told) {
      const sample = this.of(choice, name, inside);
      if (sample !== endless) return sample;
    }
    return told.length < choices.length ? null : endless;
  }

  private object(schema: Json, name: string, inside: readonly string[]): unknown {
    const required = new Set(schema['required'] as string[] | undefined);
    const own = name.slice(name.lastIndexOf('.') + 1);
    const made: Json = {};
    for (const [member, node] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>)) {
      const sample = this.of(node, `${own}.${member}`, inside);
      if (sample !== endless && sample !== undefined) made[member] = sample;
      else if (required.has(member)) return sample;
    }
    const others = schema['additionalProperties'];
    if (typeof others !== 'object' || others === null || schema['properties']) return made;
    const keys = (schema['propertyNames'] ?? {}) as Json;
    const named = required.size > 0 ? [...required] : [String(this.of({ type: 'string', ...keys }, '.key', inside))];
    const value = this.of(others as Json, '', inside);
    return value === endless ? made : Object.fromEntries(named.map((key) => [key, value]));
  }

  private array(schema: Json, name: string, inside: readonly string[]): unknown {
    const places = schema['prefixItems'] as Json[] | undefined;
    if (places) return places.map((place) => this.of(place, '', inside));
    const item = this.of((schema['items'] ?? {}) as Json, name, inside);
    const atLeast = Number(schema['minItems'] ?? 0);
    if (item === endless || item === undefined) return atLeast > 0 ? item : [];
    return Array.from({ length: Math.min(Math.max(atLeast, 1), Number(schema['maxItems'] ?? Infinity)) }, () => item);
  }
}

function text(schema: Json, name: string): string | undefined {
  const [format, pattern] = [schema['format'], schema['pattern']];
  const [shortest, longest] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? Infinity)];
  const shape = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /^/;
  const fits = (one: unknown): one is string =>
    typeof one === 'string' && one.length >= shortest && one.length <= longest && shape.test(one);
  if (typeof format === 'string') return [schema['default'], formats[format]].find(fits);
  const shaped = typeof pattern === 'string' ? likelyTexts : ['as agreed'];
  return [schema['default'], likelyAt(name), ...shaped].find(fits) ?? filler(shortest, fits);
}

const filler = (length: number, fits: (one: string) => boolean): string | undefined => {
  const words = 'Handwoven on a pit loom from Bhagalpuri tussar. '.repeat(Math.ceil(length / 48) + 1).slice(0, length);
  return fits(words) ? words : undefined;
};

function number(schema: Json, name: string): number {
  const least = Number(schema['minimum'] ?? Number(schema['exclusiveMinimum'] ?? -Infinity) + 1);
  const most = Number(schema['maximum'] ?? Number(schema['exclusiveMaximum'] ?? Infinity) - 1);
  const likely = schema['default'] ?? likelyAt(name);
  const wanted = typeof likely === 'number' && (schema['type'] === 'number' || Number.isInteger(likely)) ? likely : 1;
  return Math.min(Math.max(wanted, least), most);
}
