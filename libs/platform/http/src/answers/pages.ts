import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { currentContext } from '#platform/observability';
import { listOf, readCursor, writeCursor, type Position } from './cursor.js';
import { fail } from './errors.js';
import { Page, type PageQuery } from './page.js';

/** Which page of which list is asked for. */
export interface PageRequest<K extends Position['key'] = Position['key']> {
  limit: number;
  /** The row's sort key beyond which the page lies; null = from the beginning. */
  key: K | null;
  towards: Position['towards'];
  wantsCount: boolean;
  list: string;
}

const idKey = z.tuple([z.uuid()]);

/** Reads and writes cursors, and cuts rows into pages. @rule STD-1.4 */
@Injectable()
export class Pages {
  private readonly mac = (text: string): Buffer => this.keys.hmac('cursor', text);

  constructor(private readonly keys: ServiceKeys) {}

  /**
   * @param key  schema of the whole sort key, unique per row: `z.tuple([z.string(), z.uuid()])`
   * @throws cursor_invalid (400) when the cursor is not ours, or of another list or other filters
   */
  read<K extends Position['key']>(query: PageQuery, key: z.ZodType<K>): PageRequest<K> {
    const list = listOf(currentContext().operation, query);
    const { limit, cursor, count: wantsCount } = query;
    if (cursor === undefined) return { limit, key: null, towards: 'next', wantsCount, list };
    const position = readCursor(cursor, list, this.mac);
    const known = key.safeParse(position?.key);
    if (!position || !known.success) throw fail('cursor_invalid');
    return { limit, key: known.data, towards: position.towards, wantsCount, list };
  }

  /**
   * A page of a list in the order of its ids, which is that of time.
   * @param rowsOf  reads the rows that `keyset` asks for
   * @throws cursor_invalid (400)
   */
  async byId<R extends { id: string }, T>(
    query: PageQuery,
    rowsOf: (request: PageRequest<[string]>) => Promise<readonly R[]>,
    view: (row: R) => T,
  ): Promise<Page<T>> {
    const request = this.read(query, idKey);
    return this.of(request, await rowsOf(request), (row) => [row.id], view);
  }

  /**
   * A page from the rows that `keyset` asked for: up to `limit + 1`, in the order they were read.
   * @param key  the same sort key as in the SQL, with timestamps as text of full precision
   * @param count  all rows that fit the filters; only when `request.wantsCount`
   */
  of<R, T>(
    request: PageRequest,
    rows: readonly R[],
    key: (row: R) => Position['key'],
    view: (row: R) => T,
    count?: number,
  ): Page<T> {
    const more = rows.length > request.limit;
    const shown = rows.slice(0, request.limit);
    if (request.towards === 'prev') shown.reverse();
    const cursor = (towards: Position['towards'], row: R | undefined): string | null =>
      row === undefined ? null : writeCursor({ towards, key: key(row) }, request.list, this.mac);
    const back = request.towards === 'prev' ? more : request.key !== null;
    const on = request.towards === 'next' ? more : true;
    return new Page(
      {
        items: shown.map(view),
        next: on ? cursor('next', shown.at(-1)) : null,
        ...(count === undefined ? {} : { count }),
      },
      back ? cursor('prev', shown[0]) : null,
    );
  }
}

/**
 * The SQL of one page: `where` to be added to the conditions (`and (a, b) < ($3, $4)` or nothing), `orderBy`, `limit`
 * (one more than the page, to know whether there is another), and the values of its parameters.
 *
 * @param columns  the whole sort key, none nullable, the last one unique; all in one direction
 * @param first  number of the first free parameter
 */
export function keyset(
  request: PageRequest,
  columns: readonly string[],
  direction: 'asc' | 'desc',
  first: number,
): { where: string; orderBy: string; limit: number; values: readonly (string | number | null)[] } {
  const ascends = (direction === 'asc') === (request.towards === 'next');
  const orderBy = columns.map((column) => `${column} ${ascends ? 'asc' : 'desc'}`).join(', ');
  const limit = request.limit + 1;
  if (request.key === null) return { where: '', orderBy, limit, values: [] };
  const parameters = columns.map((_, i) => `$${first + i}`).join(', ');
  return {
    where: `and (${columns.join(', ')}) ${ascends ? '>' : '<'} (${parameters})`,
    orderBy,
    limit,
    values: request.key,
  };
}
