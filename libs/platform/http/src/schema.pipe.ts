import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { FieldError } from '#platform/kernel';
import { fail, invalidInput } from './errors.js';
import { pointer } from './pointer.js';

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  code?: string;
  keys?: readonly string[];
}

interface Schema {
  '~standard': { validate(value: unknown): Promise<{ value: unknown; issues?: readonly Issue[] }> };
}

/**
 * Holds every body, query and path parameter against the zod schema its handler names (`@Body({ schema })`).
 * A path parameter that does not fit cannot name anything, so it is 404; the rest is 422 with pointers. @rule S-47
 */
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const schema = (metadata as { schema?: Schema }).schema;
    if (!schema || metadata.type === 'custom') return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    if (metadata.type === 'param') throw fail('not_found');
    throw invalidInput(result.issues.flatMap((issue) => faults(issue, metadata.data)));
  }
}

/** One parameter of a query is checked alone: its name stands before the path. Unknown members get a pointer each. */
function faults(issue: Issue, parameter: string | undefined): FieldError[] {
  const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  const whole = parameter ? [parameter, ...path] : path;
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    return issue.keys.map((key) => ({
      pointer: pointer([...whole, key]),
      detail: 'Nothing of this name is known here',
    }));
  }
  return [{ pointer: pointer(whole), detail: issue.message }];
}
