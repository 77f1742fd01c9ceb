import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { phraseSounds } from '../../domain/shelf/shelf-words.js';
import { ShelfTally } from '../../domain/shelf/shelf-tally.js';
import { top_goods, upper_goods } from './shelf.repository.js';

/** Rows that are brought over at a time. */
const fetched = 2_000;
/** Counts that are written at a time. */
const written = 20_000;
/** Goods whose mark is changed at a time. */
const marked = 500;

const changeRow = z.object({
  old_tags: z.array(z.string()),
  new_tags: z.array(z.string()),
  old_words: z.array(z.string()),
  new_words: z.array(z.string()),
  old_phrases: z.array(z.string().nullable()),
  new_phrases: z.array(z.string().nullable()),
});

/** Lists come as one text each: a million goods are taken apart here quicker than in the driver. */
const goodsRow = z.object({
  change: z.string().nullable(),
  tags: z.string(),
  words: z.string(),
  phrases: z.array(z.string().nullable()),
});

/** What was counted of the shelf before somebody asks, and the notes of what has changed since. */
@Injectable()
export class ShelfCounts {
  /** Counting happens once at a time. @returns false: somebody else is at it, and `wait` is false */
  async lock(tx: Tx, { wait }: { wait: boolean }): Promise<boolean> {
    const key = `hashtextextended('catalogue.count-shelf', 0)`;
    if (!wait) {
      const row = await tx.maybe(
        z.object({ is_ours: z.boolean() }),
        `select pg_try_advisory_xact_lock(${key}) as is_ours`,
      );
      return row!.is_ours;
    }
    await tx.run(`select pg_advisory_xact_lock(${key})`);
    return true;
  }

  /** Whether there are counts to which notes can be added. */
  async areThere(tx: Tx): Promise<boolean> {
    return (await tx.maybe(z.object({}), `select from catalogue.shelf_counted`)) !== null;
  }

  /** Nothing has changed: what was counted holds still. */
  async holdStill(tx: Tx): Promise<void> {
    await tx.run(`update catalogue.shelf_counted set counted_at = $1`, [tx.now]);
  }

  /** Takes the oldest notes away and adds them up. @returns how many they were */
  async takeNotes(tx: Tx, most: number, into: ShelfTally): Promise<number> {
    const rows = await tx.many(
      changeRow,
      `delete from catalogue.shelf_change
        where id = any(array(select id from catalogue.shelf_change order by id limit $1))
       returning old_tags, new_tags, old_words, new_words, old_phrases, new_phrases`,
      [most],
    );
    return addNotes(rows, into);
  }

  /**
   * Counts the whole shelf, and takes away the notes of what was there when it was read: one question finds both, so that
   * no change is counted twice or not at all, whatever happens meanwhile.
   */
  async countAll(tx: Tx): Promise<{ counted: ShelfTally; noted: ShelfTally }> {
    const [counted, noted] = [new ShelfTally(), new ShelfTally()];
    const notes: string[] = [];
    await tx.run(allGoods);
    for (;;) {
      const rows = await tx.many(goodsRow, `fetch ${fetched} from shelf_goods`);
      for (const { change, tags, words, phrases } of rows) {
        if (change !== null) notes.push(change);
        else counted.add({ tags: split(tags, '\n'), words: split(words, ' '), phrases }, 1);
      }
      if (rows.length < fetched) break;
    }
    await tx.run(`close shelf_goods`);
    for (let i = 0; i < notes.length; i += fetched) {
      const rows = await tx.many(
        changeRow,
        `delete from catalogue.shelf_change where id = any($1::bigint[])
         returning old_tags, new_tags, old_words, new_words, old_phrases, new_phrases`,
        [notes.slice(i, i + fetched)],
      );
      addNotes(rows, noted);
    }
    return { counted, noted };
  }

  /** Adds to what was counted; what is no longer there is forgotten. */
  async add(tx: Tx, tally: ShelfTally): Promise<void> {
    const [counts, words, phrases] = columnsOf(tally);
    await inParts(counts, (part) => tx.run(addCounts, part));
    await inParts(counts.slice(0, 2), (part) => tx.run(forgetCounts, part));
    await inParts(words, (part) => tx.run(addWords, part));
    await inParts(words.slice(0, 1), (part) => tx.run(forgetWords, part));
    await inParts(phrases, (part) => tx.run(addPhrases, part));
    await inParts(phrases.slice(0, 2), (part) => tx.run(forgetPhrases, part));
  }

  /** Puts a whole count in the place of what was counted. @returns how many rows were not what they are now */
  async replace(tx: Tx, tally: ShelfTally): Promise<number> {
    const [counts, words, phrases] = columnsOf(tally);
    let wrong = await inParts(counts, (part) => tx.run(putCounts, part));
    wrong += await tx.run(keepCounts, counts.slice(0, 2));
    wrong += await inParts(words, (part) => tx.run(putWords, part));
    wrong += await tx.run(keepWords, words.slice(0, 1));
    wrong += await inParts(phrases, (part) => tx.run(putPhrases, part));
    return wrong + (await tx.run(keepPhrases, phrases.slice(0, 2)));
  }

  /**
   * Says as of when the counts are, and puts the best goods, at which a search looks first, under their marks.
   * @param most  of each mark
   */
  async markBest(tx: Tx, most = { top: top_goods, upper: upper_goods }): Promise<void> {
    const row = await tx.maybe(
      z.object({ top_standing: z.number(), upper_standing: z.number() }),
      `insert into catalogue.shelf_counted as c (top_standing, upper_standing, counted_at)
       select coalesce((${standingOf('$1')}), 0), coalesce((${standingOf('$2')}), 0), $3
       on conflict (only_one) do update
          set top_standing = excluded.top_standing, upper_standing = excluded.upper_standing, counted_at = excluded.counted_at
       returning top_standing, upper_standing`,
      [most.top, most.upper, tx.now],
    );
    await this.mark(tx, 'is_top', row!.top_standing);
    await this.mark(tx, 'is_upper', row!.upper_standing);
  }

  /** A few at a time: each is written into every index of the shelf. What somebody is changing gets its mark the next time. */
  private async mark(tx: Tx, mark: 'is_top' | 'is_upper', standing: number): Promise<void> {
    const put = (is: boolean, where: string, order: string) =>
      tx.run(
        `update catalogue.shelf set ${mark} = ${is}
          where listing_id in (select s.listing_id from catalogue.shelf s where ${where}
                                order by s.standing ${order}, s.listing_id ${order} limit $2
                                  for no key update skip locked)`,
        [standing, marked],
      );
    while ((await put(false, `s.${mark} and s.standing < $1`, 'asc')) === marked);
    while ((await put(true, `not s.${mark} and s.standing >= $1`, 'desc')) === marked);
  }
}

/** Where the best so many begin; nothing while there are fewer. */
const standingOf = (most: string): string => `
  select s.standing from catalogue.shelf s order by s.standing desc, s.listing_id desc offset ${most} limit 1`;

const split = (text: string, by: string): string[] => (text === '' ? [] : text.split(by));

function addNotes(rows: readonly z.infer<typeof changeRow>[], into: ShelfTally): number {
  for (const row of rows) {
    into.add({ tags: row.old_tags, words: row.old_words, phrases: row.old_phrases }, -1);
    into.add({ tags: row.new_tags, words: row.new_words, phrases: row.new_phrases }, 1);
  }
  return rows.length;
}

/** What was added up, as the columns of the tables: tags by scope, words, phrases with each sound under which they are found. */
function columnsOf(tally: ShelfTally): [Columns, Columns, Columns] {
  const counts = [...tally.counts()].map(({ scope, tag, goods }) => [scope, tag, goods]);
  const words = tally.words().map(({ word, goods }) => [word, goods]);
  const phrases = tally
    .phrases()
    .flatMap(({ kind, phrase, goods }) => phraseSounds(phrase).map((sound) => [kind, phrase, sound, goods]));
  return [columns(counts, 3), columns(words, 2), columns(phrases, 4)];
}

type Columns = (string | number)[][];
const columns = (rows: Columns, width: number): Columns =>
  Array.from({ length: width }, (_, i) => rows.map((row) => row[i]!));

/** @returns the sum of what each part gave */
async function inParts(all: Columns, act: (part: Columns) => Promise<number>): Promise<number> {
  let sum = 0;
  for (let i = 0; i < all[0]!.length; i += written) sum += await act(all.map((column) => column.slice(i, i + written)));
  return sum;
}

const allGoods = `
  declare shelf_goods no scroll cursor for
  select null::bigint as change, array_to_string(s.tags, chr(10)) as tags,
         array_to_string(tsvector_to_array(s.words), ' ') as words, catalogue.shelf_phrases(s.card) as phrases
    from catalogue.shelf s
   union all
  select c.id, '', '', '{}' from catalogue.shelf_change c`;

const counts = `unnest($1::text[], $2::text[], $3::integer[]) as r(scope, tag, listings)`;
const insertCounts = `
  insert into catalogue.shelf_count as c (scope, tag, listings) select scope, tag, listings from ${counts} order by 1, 2
  on conflict (scope, tag) do update`;
const addCounts = `${insertCounts} set listings = c.listings + excluded.listings`;
const putCounts = `${insertCounts} set listings = excluded.listings where c.listings <> excluded.listings`;
const forgetCounts = `
  delete from catalogue.shelf_count c using unnest($1::text[], $2::text[]) as r(scope, tag)
   where c.scope = r.scope and c.tag = r.tag and c.listings <= 0`;
const keepCounts = `
  delete from catalogue.shelf_count c
   where not exists (select from unnest($1::text[], $2::text[]) as r(scope, tag) where r.scope = c.scope and r.tag = c.tag)`;

const insertWords = `
  insert into catalogue.shelf_word as w (word, listings)
  select word, listings from unnest($1::text[], $2::integer[]) as r(word, listings) order by 1
  on conflict (word) do update`;
const addWords = `${insertWords} set listings = w.listings + excluded.listings`;
const putWords = `${insertWords} set listings = excluded.listings where w.listings <> excluded.listings`;

const forgetWords = `delete from catalogue.shelf_word where word = any($1::text[]) and listings <= 0`;
const keepWords = `
  delete from catalogue.shelf_word w where not exists (select from unnest($1::text[]) as r(word) where r.word = w.word)`;

const insertPhrases = `
  insert into catalogue.shelf_phrase as p (kind, phrase, sound, listings)
  select kind, phrase, sound, listings
    from unnest($1::text[], $2::text[], $3::text[], $4::integer[]) as r(kind, phrase, sound, listings) order by 1, 2, 3
  on conflict (kind, phrase, sound) do update`;
const addPhrases = `${insertPhrases} set listings = p.listings + excluded.listings`;
const putPhrases = `${insertPhrases} set listings = excluded.listings where p.listings <> excluded.listings`;
const forgetPhrases = `
  delete from catalogue.shelf_phrase p using unnest($1::text[], $2::text[]) as r(kind, phrase)
   where p.kind = r.kind and p.phrase = r.phrase and p.listings <= 0`;
const keepPhrases = `
  delete from catalogue.shelf_phrase p
   where not exists (select from unnest($1::text[], $2::text[]) as r(kind, phrase) where r.kind = p.kind and r.phrase = p.phrase)`;
