import { IntlMessageFormat } from 'intl-messageformat';
import { assert } from '#platform/kernel';
import type { Language } from './languages.js';
import type { ValueKind } from './told.js';

/** What a text is made of, by the numbers the parser gives them. */
const part = { words: 0, value: 1, number: 2, date: 3, time: 4, choice: 5, plural: 6, count: 7 } as const;

type Options = Readonly<Record<string, { value: readonly Part[] }>>;
type Part = { location?: { start: { offset: number }; end: { offset: number } } } & (
  | { type: typeof part.words | typeof part.value; value: string }
  | { type: typeof part.number | typeof part.date | typeof part.time; value: string; style?: unknown }
  | { type: typeof part.choice; value: string; options: Options }
  | { type: typeof part.plural; value: string; options: Options; pluralType?: 'cardinal' | 'ordinal' }
  | { type: typeof part.count }
);
type Parsed = ReturnType<IntlMessageFormat['getAst']>;

/** Whose plurals and groups of digits hold; the digits are those of our papers in every language. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-IN',
  hi: 'hi-IN',
  ta: 'ta-IN-u-nu-latn',
  bn: 'bn-IN-u-nu-latn',
};

/** A choice is made by the value as it is stored, a plural by its number: they stand under these names beside the written one. */
const stored = (name: string): string => `${name} as it is stored`;
const counted = (name: string): string => `${name} as a number`;

/** One value of a text: as it is written, for choices as it is stored, and for plurals as a number. */
export interface TextValue {
  written: string;
  raw: string;
  count?: number | undefined;
}

/**
 * A text with its values in it: `{order}`, `{pieces, plural, one {# piece} other {# pieces}}`,
 * `{why, select, none {…} other {…}}`. Braces inside a value stay braces.
 * @param valueOf  the value of a name, asked once for each
 */
export function formatted(text: string, language: Language, valueOf: (name: string) => TextValue): string {
  const { format, names } = prepared(text, language);
  const values: Record<string, string | number | undefined> = {};
  for (const name of names) {
    const value = valueOf(name);
    values[name] = value.written;
    values[stored(name)] = value.raw;
    values[counted(name)] = value.count;
  }
  const said = format.format(values);
  assert(typeof said === 'string', 'a text of words stays one text');
  return said;
}

/** The names of the values a text asks for, each once. */
export const asked = (text: string): string[] => [...prepared(text, 'en').names];

/**
 * What is wrong with a text that is to say these values; empty when nothing is.
 * @rule S-34 – what cannot be read is found when it is written, not when it is sent
 */
export function faultsOf(text: string, kinds: Readonly<Record<string, ValueKind>>, language: Language): string[] {
  let parts: Part[];
  try {
    parts = parsed(text, language);
  } catch (error) {
    return [`it cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown fault'}`];
  }
  const plurals = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
  return [...new Set(everyPart(parts).flatMap((each) => faultOf(each, kinds, plurals)))];
}

function faultOf(each: Part, kinds: Readonly<Record<string, ValueKind>>, plurals: readonly string[]): string[] {
  if (each.type === part.words || each.type === part.count) return [];
  const name = each.value;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) return [`there is no value {${name}}`];
  if (each.type === part.value) return [];
  if (each.type === part.number)
    return kind === 'count' && !each.style ? [] : [`{${name}} is written without a form of its own`];
  if (each.type === part.choice)
    return kind === 'word' || kind === 'text'
      ? []
      : [`nothing can be chosen by {${name}}, which is of the kind ${kind}`];
  if (each.type !== part.plural) return [`{${name}} is written without a form of its own`];
  if (kind !== 'count' || each.pluralType !== 'cardinal') return [`{${name}} counts nothing, so it has no plural`];
  const lacks = plurals.filter((plural) => !Object.hasOwn(each.options, plural));
  return lacks.map((plural) => `the plural of {${name}} has no "${plural}"`);
}

/** The parts of a text that vary, each as it is written there, in its order: a registered template takes one value for each. */
export const variables = (text: string, language: Language): string[] =>
  pieces(text, language).flatMap(({ words, varies }) => (varies ? [words] : []));

/** The text as operators register it: whatever varies is one variable. @rule S-34 */
export const registeredText = (text: string, language: Language): string =>
  pieces(text, language)
    .map(({ words, varies }) => (varies ? '{#var#}' : words))
    .join('');

function pieces(text: string, language: Language): { words: string; varies: boolean }[] {
  return parsed(text, language).map((each) => {
    if (each.type === part.words) return { words: each.value, varies: false };
    const { start, end } = each.location!;
    return { words: text.slice(start.offset, end.offset), varies: true };
  });
}

const parsed = (text: string, language: Language): Part[] =>
  new IntlMessageFormat(text, locales[language], undefined, {
    ignoreTag: true,
    captureLocation: true,
  }).getAst() as unknown as Part[];

function everyPart(parts: readonly Part[]): Part[] {
  return parts.flatMap((each) =>
    'options' in each ? [each, ...Object.values(each.options).flatMap(({ value }) => everyPart(value))] : [each],
  );
}

interface Prepared {
  format: IntlMessageFormat;
  names: ReadonlySet<string>;
}
/** Texts are few and read often. Old wordings and drafts leave again. */
const known = new Map<string, Prepared>();
const known_max = 5_000;

function prepared(text: string, language: Language): Prepared {
  const key = `${language} ${text}`;
  const found = known.get(key);
  if (found) return found;
  const parts = parsed(text, language);
  const names = new Set(
    everyPart(parts).flatMap((each) => ('value' in each && each.type !== part.words ? [each.value] : [])),
  );
  const made = { format: new IntlMessageFormat(byStored(parts) as unknown as Parsed, locales[language]), names };
  if (known.size >= known_max) known.clear();
  known.set(key, made);
  return made;
}

/** The same text, whose choices look at stored values and whose plurals at numbers. */
function byStored(parts: readonly Part[]): Part[] {
  return parts.map((each): Part => {
    if (each.type === part.number) return { ...each, value: counted(each.value) };
    if (!('options' in each)) return each;
    const options = Object.fromEntries(
      Object.entries(each.options).map(([when, option]) => [when, { ...option, value: byStored(option.value) }]),
    );
    const value = each.type === part.choice ? stored(each.value) : counted(each.value);
    return { ...each, value, options };
  });
}

/** `1,23,456`: Indian grouping, in the digits of our papers. */
export const countText = (count: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(count);
