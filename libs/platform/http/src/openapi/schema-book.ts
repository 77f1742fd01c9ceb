import { z } from 'zod';

export type Json = { [member: string]: unknown };

/** Formats that say all their pattern says. */
const tellingFormats = new Set(['uuid', 'date-time', 'date', 'email', 'uri', 'time']);

/** zod schemas as JSON Schema 2020-12, the named ones once, under `components.schemas`. */
export class SchemaBook {
  readonly components: Record<string, Json> = {};
  /** Each named schema with everything it refers to written out, to tell two of one name apart. */
  private readonly whole = new Map<string, string>();

  /**
   * @param io  'input': what a request may hold; 'output': what an answer holds
   * @throws when an answer's schema has no JSON form (a Date, a bigint): answers are made of JSON values
   */
  schema(type: z.ZodType, io: 'input' | 'output'): Json {
    const json = z.toJSONSchema(z.strictObject({ root: type }), {
      io,
      unrepresentable: io === 'input' ? 'any' : 'throw',
    }) as Json;
    const defs = (json['$defs'] ?? {}) as Record<string, Json>;
    const names = new Map(Object.keys(defs).map((name) => [name, this.nameFor(name, defs, io)]));
    for (const [name, def] of Object.entries(defs)) this.components[names.get(name)!] = tidy(def, names);
    return tidy((json['properties'] as Record<string, Json>)['root']!, names);
  }

  /** A name, or the name with `Input` behind it when requests mean something else by it than answers. */
  private nameFor(name: string, defs: Record<string, Json>, io: 'input' | 'output'): string {
    const text = expanded(defs[name]!, defs, []);
    const known = this.whole.get(name);
    const free = known === undefined || known === text;
    const chosen = free ? name : `${name}${io === 'input' ? 'Input' : 'Output'}`;
    if ((this.whole.get(chosen) ?? text) !== text) throw new Error(`two different schemas are called ${chosen}`);
    this.whole.set(chosen, text);
    return chosen;
  }
}

const refName = (ref: unknown): string | null =>
  typeof ref === 'string' && ref.startsWith('#/$defs/') ? ref.slice('#/$defs/'.length) : null;

function expanded(node: unknown, defs: Record<string, Json>, inside: readonly string[]): string {
  return JSON.stringify(node, function (this: unknown, key, value: unknown) {
    const name = key === '$ref' ? refName(value) : null;
    if (name === null || inside.includes(name)) return value;
    return expanded(defs[name]!, defs, [...inside, name]);
  });
}

/** Refs point at components, examples are a list, and a pattern that repeats its format goes. */
function tidy(node: unknown, names: ReadonlyMap<string, string>): Json {
  const walk = (value: unknown, isMap: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, false));
    if (typeof value !== 'object' || value === null) return value;
    const from = value as Json;
    if (!isMap && typeof from['as'] === 'object')
      return walk({ ...without(from, 'as', 'type', 'pattern'), ...from['as'] }, false);
    const members = Object.entries(from).flatMap(([key, member]): [string, unknown][] => {
      if (isMap) return [[key, walk(member, false)]];
      if (key === '$ref') return [[key, `#/components/schemas/${names.get(refName(member) ?? '') ?? String(member)}`]];
      if (key === 'example') return [['examples', [member]]];
      if (key === 'examples' || key === 'default' || key === 'const' || key === 'enum') return [[key, member]];
      if (key === 'pattern' && tellingFormats.has(String(from['format']))) return [];
      return [[key, walk(member, key === 'properties' || key === '$defs' || key === 'patternProperties')]];
    });
    return Object.fromEntries(members);
  };
  return walk(node, false) as Json;
}

const without = (object: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
