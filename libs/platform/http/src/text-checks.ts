import type { FieldError } from '#platform/kernel';
import { pointer } from './pointer.js';

/** Deepest nesting of a body (S-48). */
export const depthMax = 32;

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/** U+0000 and half of a surrogate pair: text the database cannot hold. */
const unstorable = /[\0\p{Cs}]/gu;

export const isStorable = (text: string): boolean => text.search(unstorable) === -1;

/** The same text with what cannot be kept shown as the replacement character. */
export const storable = (text: string): string => text.replace(unstorable, '\uFFFD');

/**
 * What no value of a request may hold, whatever its schema: unstorable text, and names that reach into an object's
 * prototype. Walks without recursion, so that depth cannot exhaust the stack.
 * @rule S-47 S-55
 */
export function unsafeParts(value: unknown): FieldError[] {
  const found: FieldError[] = [];
  const left: { value: unknown; path: readonly PropertyKey[] }[] = [{ value, path: [] }];
  for (let item = left.pop(); item && found.length < 50; item = left.pop()) {
    if (typeof item.value === 'string' && !isStorable(item.value)) {
      found.push({ pointer: pointer(item.path), detail: 'Holds a character that cannot be kept' });
    }
    if (typeof item.value !== 'object' || item.value === null) continue;
    if (item.path.length >= depthMax) {
      found.push({ pointer: pointer(item.path), detail: `Nested deeper than ${depthMax} levels` });
      continue;
    }
    for (const [name, member] of Object.entries(item.value)) {
      const path = [...item.path, Array.isArray(item.value) ? Number(name) : name];
      if (forbiddenNames.has(name) || !isStorable(name)) {
        found.push({ pointer: pointer(path), detail: 'A member must not have this name' });
      } else left.push({ value: member, path });
    }
  }
  return found;
}
