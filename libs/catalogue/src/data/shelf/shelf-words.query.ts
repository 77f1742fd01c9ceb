import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { nearWords } from '../../domain/shelf/near-word.js';
import { askedWord, beginnings_max, type AskedWord } from '../../domain/shelf/query-words.js';
import { asked_words_max, askedWords, shelfWords } from '../../domain/shelf/shelf-words.js';

const factsRow = z.object({
  typed: z.string(),
  is_known: z.boolean(),
  begins: z.array(z.string()),
  near: z.array(z.object({ word: z.string(), listings: z.number() })),
});

const suggestionRow = z.object({ kind: z.enum(['product', 'goods', 'district']), phrase: z.string() });
export type Suggestion = z.infer<typeof suggestionRow>;

/** Looks words up before goods are looked for: what is mistyped is put right here, once, in a small table. */
@Injectable()
export class ShelfWordsQuery {
  constructor(private readonly read: ReadClient) {}

  /** The words of a text, each with the forms under which the shelf is searched. */
  async understand(text: string): Promise<AskedWord[]> {
    const typed = askedWords(text);
    if (typed.length === 0) return [];
    const rows = await this.read.many(factsRow, wordFacts, [typed]);
    const facts = new Map(rows.map((row) => [row.typed, row]));
    return typed.map((word, i) => {
      const { is_known = false, begins = [], near = [] } = facts.get(word) ?? {};
      const found = { isKnown: is_known, begins, near: nearWords(word, near) };
      return askedWord(word, found, i === typed.length - 1);
    });
  }

  /** What somebody may be typing: kinds of goods, products and districts, those with most goods first. */
  async suggest(text: string, most: number): Promise<Suggestion[]> {
    const words = shelfWords(text).slice(0, asked_words_max);
    const last = words.at(-1);
    if (last === undefined) return [];
    // The vowels at the end may still change how the word sounds: "sare" becomes "saree".
    const open = last.length > 2 ? last.replace(/[aeiou]$/, '') : last;
    return this.read.many(suggestionRow, suggestions, [`${[...words.slice(0, -1), open].join(' ')}%`, most]);
  }
}

/** Near words are looked for only where nothing else fits: trigrams cost ten times as much as a key. */
export const wordFacts = `
  select t.typed, k.is_known, b.begins,
         case when k.is_known or b.begins <> '{}' then '[]' else
           coalesce((select jsonb_agg(jsonb_build_object('word', n.word, 'listings', n.listings))
                       from (select w.word, w.listings from catalogue.shelf_word w
                              where w.word % t.typed order by similarity(w.word, t.typed) desc, w.word limit 30) n), '[]')
         end as near
    from unnest($1::text[]) as t(typed)
   cross join lateral (select exists (select from catalogue.shelf_word w where w.word = t.typed) as is_known) k
   cross join lateral (select array(select w.word from catalogue.shelf_word w
                                     where w.word ~>~ t.typed and w.word ~<~ (t.typed || '~')
                                     order by w.word using ~<~ limit ${beginnings_max + 1}) as begins) b`;

export const suggestions = `
  select p.kind, p.phrase
    from (select kind, phrase, max(listings) as listings from catalogue.shelf_phrase
           where sound like $1 group by kind, phrase) p
   order by p.listings desc, length(p.phrase), p.phrase, p.kind
   limit $2`;
