import { Injectable } from '@nestjs/common';
import { SearchShelfQuery, ShelfWordsQuery } from '#catalogue';
import { drawnOf } from '../goods/describe.js';
import { Grounds } from '../goods/grounds.js';
import { planGoods } from '../goods/plan.js';
import { judgeAll, looked_at, type Judged } from './judge.js';

/** Asks the shelf what people ask, and judges what it answers. Needs the demo's goods and no others. */
@Injectable()
export class JudgeShelf {
  constructor(
    private readonly grounds: Grounds,
    private readonly words: ShelfWordsQuery,
    private readonly search: SearchShelfQuery,
  ) {}

  async run(): Promise<Judged[]> {
    const goods = planGoods(await this.grounds.all()).map((planned) => ({ planned, drawn: drawnOf(planned) }));
    const request = { limit: looked_at, key: null, towards: 'next', wantsCount: false, list: 'relevance' } as const;
    return judgeAll(goods, async (text) => {
      const found = await this.search.page({ tags: [] }, await this.words.understand(text), request, false);
      return found.items.map((item) => item.listing_id);
    });
  }
}
