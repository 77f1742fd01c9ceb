import { sampleOf } from './sample.js';
import type { Json } from './schema-book.js';

type Components = Readonly<Record<string, Json>>;

/**
 * Puts an example beside every request body and every JSON answer of what was asked, and beside the parameters whose
 * form a name alone does not tell. @rule STD-1.10 S-50
 */
export function addExamples(paths: Record<string, Record<string, Json>>, components: Components): void {
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const one of operation['parameters'] as Json[]) addTo(one, String(one['name']), components, isTelling);
    const body = operation['requestBody'] as Json | undefined;
    const answers = Object.entries(operation['responses'] as Record<string, Json>);
    const asked = answers.filter(([status]) => status.startsWith('2')).map(([, answer]) => answer);
    for (const { content = {} } of body ? [body, ...asked] : asked) {
      for (const [type, media] of Object.entries(content as Record<string, Json>)) {
        if (type.endsWith('json')) addTo(media, '', components, () => true);
      }
    }
  }
}

function addTo(holder: Json, name: string, components: Components, isWanted: (schema: Json) => boolean): void {
  const schema = holder['schema'] as Json | undefined;
  if (!schema || !isWanted(schema)) return;
  const example = sampleOf(schema, components, name);
  if (example !== undefined) holder['example'] = example;
}

/** A number's bounds and a list of choices are read as easily as an example. */
const isTelling = (schema: Json): boolean =>
  schema['type'] === 'string' && !schema['enum'] && !schema['const'] && schema['default'] === undefined;
