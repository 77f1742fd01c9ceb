import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Pages, type Page } from '#platform/http';
import { PolicyQuery, type ParameterRow } from '#policy';
import { parameterView, type ParametersQuery, type ParameterView } from './policy.schema.js';

const sortKey = z.tuple([z.string(), z.string()]);
type SortKey = z.infer<typeof sortKey>;

const keyOf = (row: ParameterRow): SortKey => [row.key, row.scope];
const compare = (a: SortKey, b: SortKey): number => (a[0] === b[0] ? order(a[1], b[1]) : order(a[0], b[0]));
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Pages of the register, cut from memory: what held on a day, by key and scope. */
@Injectable()
export class PolicyPages {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly pages: Pages,
  ) {}

  async inForce(query: ParametersQuery): Promise<Page<ParameterView>> {
    const request = this.pages.read(query, sortKey);
    const fitting = this.policy
      .inForce(query.date ?? (await this.policy.today()))
      .filter((row) => query.rule === undefined || row.rule === query.rule)
      .filter((row) => query.scope === undefined || row.scope === query.scope)
      .sort((a, b) => compare(keyOf(a), keyOf(b)));
    const from = request.key;
    const sorted = request.towards === 'next' ? fitting : fitting.toReversed();
    const side = request.towards === 'next' ? 1 : -1;
    const rows = from === null ? sorted : sorted.filter((row) => compare(keyOf(row), from) === side);
    const count = request.wantsCount ? fitting.length : undefined;
    return this.pages.of(request, rows.slice(0, request.limit + 1), keyOf, parameterView, count);
  }
}
