import { z } from 'zod';
import { queryBoolean, queryInteger } from '../query-values.js';

/** Most items on a page. @rule S-48 */
const page_max = 100;

/** The query members every list has; add filters with `.extend({ … })`. @rule STD-1.4 */
export const pageQuery = z.strictObject({
  limit: queryInteger(1, page_max).default(20).describe('items on a page'),
  cursor: z.string().min(1).max(1000).optional().describe('from `next` or a Link of this list with the same filters'),
  count: queryBoolean().default(false).describe('also say how many there are in all'),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** The answer's schema for a list of `item`. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item).max(page_max),
    next: z.string().nullable().describe('cursor of the next page, null on the last'),
    count: z.int().min(0).optional().describe('how many there are in all, when asked with ?count=true'),
  });

/** One page of a list as it goes out. */
export class Page<T> {
  constructor(
    readonly body: { items: T[]; next: string | null; count?: number },
    readonly prev: string | null,
  ) {}

  /** The Link header (RFC 8288): next, prev and first, with the filters of this request. */
  links(url: string): string {
    const [path, query] = url.split('?') as [string, string | undefined];
    const link = (rel: string, cursor: string | null): string => {
      const parameters = new URLSearchParams(query);
      parameters.delete('cursor');
      if (cursor !== null) parameters.set('cursor', cursor);
      const text = parameters.toString();
      return `<${path}${text === '' ? '' : `?${text}`}>; rel="${rel}"`;
    };
    const others = [
      ['next', this.body.next],
      ['prev', this.prev],
    ] as const;
    return [
      ...others.flatMap(([rel, cursor]) => (cursor === null ? [] : [link(rel, cursor)])),
      link('first', null),
    ].join(', ');
  }
}
