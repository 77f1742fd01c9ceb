import type { Drawn } from '../goods/drawn.js';
import type { PlannedGoods } from '../goods/plan.js';
import { goldenQueries, type GoldenQuery, type QueryKind, type Wanted } from './queries.js';

/** So many of the first found are looked at. */
export const looked_at = 10;

const any = (of: readonly string[] | undefined, value: string): boolean => of === undefined || of.includes(value);

const fits = (wanted: Wanted, { craft, article, maker }: PlannedGoods, drawn: Drawn): boolean =>
  any(wanted.craft, craft.key) &&
  any(wanted.article, article.name) &&
  any(wanted.label, drawn.label.en) &&
  any(wanted.district, maker.ground.slug) &&
  any(wanted.state, maker.ground.stateCode) &&
  (wanted.stuff === undefined || wanted.stuff.some((stuff) => drawn.stuff.en.startsWith(stuff)));

/** The goods somebody means who types a query, by id. */
export const relevantTo = (
  query: GoldenQuery,
  goods: readonly { planned: PlannedGoods; drawn: Drawn }[],
): ReadonlySet<string> =>
  new Set(
    goods
      .filter(({ planned, drawn }) => query.wants.some((wanted) => fits(wanted, planned, drawn)))
      .map(({ planned }) => planned.id),
  );

/** How well one query was answered. */
export interface Judged {
  kind: QueryKind;
  text: string;
  relevant: number;
  /** Relevant ones among the first ten, of those that could be there: 0 to 1. */
  recall: number;
  /** One by the place of the first relevant one; 0 when it is not among the first ten. */
  reciprocal: number;
}

export function judge(query: GoldenQuery, relevant: ReadonlySet<string>, found: readonly string[]): Judged {
  const first = found.slice(0, looked_at);
  const place = first.findIndex((id) => relevant.has(id));
  const hits = first.filter((id) => relevant.has(id)).length;
  return {
    ...{ kind: query.kind, text: query.text, relevant: relevant.size },
    recall: relevant.size === 0 ? 0 : hits / Math.min(looked_at, relevant.size),
    reciprocal: place < 0 ? 0 : 1 / (place + 1),
  };
}

export interface Marks {
  queries: number;
  recall: number;
  mrr: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Means over queries, to four places. */
export const marksOf = (judged: readonly Judged[]): Marks => ({
  queries: judged.length,
  recall: rounded(mean(judged.map((one) => one.recall))),
  mrr: rounded(mean(judged.map((one) => one.reciprocal))),
});

/** Asks all golden queries. @param search  ids of what is found, the best first */
export async function judgeAll(
  goods: readonly { planned: PlannedGoods; drawn: Drawn }[],
  search: (text: string) => Promise<readonly string[]>,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const query of goldenQueries) judged.push(judge(query, relevantTo(query, goods), await search(query.text)));
  return judged;
}
