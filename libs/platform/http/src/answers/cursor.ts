import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#platform/kernel';

/** Where a page begins: the sort key of the row it lies beyond, and on which side. */
export interface Position {
  towards: 'next' | 'prev';
  /** The whole sort key of a row, in the order of the sort. */
  key: readonly (string | number | null)[];
}

/** Keyed hash of a text; 32 bytes. */
export type Mac = (text: string) => Buffer;

const mac_bytes = 16;
const position = z.tuple([z.enum(['n', 'p']), z.array(z.union([z.string(), z.number(), z.null()]))]);

/** Operation and filters, but not how the list is paged: a cursor is good for exactly one of these. */
export function listOf(operation: string, query: object): string {
  const filters = Object.entries(query).filter(([name]) => !['limit', 'cursor', 'count'].includes(name));
  return `${operation} ${canonicalJson(JSON.parse(JSON.stringify(Object.fromEntries(filters))))}`;
}

export function writeCursor({ towards, key }: Position, list: string, mac: Mac): string {
  const text = JSON.stringify([towards === 'next' ? 'n' : 'p', key]);
  return `${Buffer.from(text).toString('base64url')}.${signature(text, list, mac).toString('base64url')}`;
}

/** The position a cursor of ours names, or null when it is not ours or belongs to another list. */
export function readCursor(cursor: string, list: string, mac: Mac): Position | null {
  const [body = '', signed = ''] = cursor.split('.');
  const text = Buffer.from(body, 'base64url').toString();
  const given = Buffer.from(signed, 'base64url');
  if (given.length !== mac_bytes || !timingSafeEqual(given, signature(text, list, mac))) return null;
  const [towards, key] = position.parse(JSON.parse(text));
  return { towards: towards === 'n' ? 'next' : 'prev', key };
}

const signature = (text: string, list: string, mac: Mac): Buffer => mac(`${list}\n${text}`).subarray(0, mac_bytes);
