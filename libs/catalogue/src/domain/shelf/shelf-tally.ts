/** What one of the goods on the shelf is counted under. */
export interface CountedGoods {
  tags: readonly string[];
  words: readonly string[];
  /** Product, kind of goods and district under which it is proposed; null: none of that kind. */
  phrases: readonly (string | null)[];
}

/** What a phrase stands for, in the order in which goods have them. */
export const phraseKinds = ['product', 'goods', 'district'] as const;
export type PhraseKind = (typeof phraseKinds)[number];

/** Tags within which goods are counted by all other tags, as lists are narrowed by one of these first. */
const isScope = (tag: string): boolean => /^(?:state|district|sector|category|storefront):/.test(tag);
/** PINs narrow, and are not shown as a number. */
const isCounted = (tag: string): boolean => !tag.startsWith('pin:');

interface Known {
  number: number;
  isScope: boolean;
}

/**
 * Adds goods up by tag, within everything (scope '') and within each tag that is a scope, and by word and phrase. A million
 * goods are a quarter of a milliard additions: each tag has a number, and each scope a row of counts by that number.
 */
export class ShelfTally {
  private readonly known = new Map<string, Known | null>();
  private readonly names: string[] = [];
  /** By number of the scope; 0 is everything. */
  private readonly within: Int32Array[] = [];
  private readonly byWord = new Map<string, { goods: number }>();
  private readonly byPhrase = new Map<string, { kind: PhraseKind; phrase: string; goods: number }>();

  constructor() {
    this.learn('', true);
  }

  /** @param times  1: they are there; -1: they were and are no longer */
  add({ tags, words, phrases }: CountedGoods, times: 1 | -1): void {
    const numbers: number[] = [];
    const scopes = tags.length === 0 ? [] : [0];
    for (const tag of tags) {
      const before = this.known.get(tag);
      const known = before === undefined ? this.learn(tag) : before;
      if (known === null) continue;
      numbers.push(known.number);
      if (known.isScope) scopes.push(known.number);
    }
    const most = this.names.length;
    for (const scope of scopes) {
      const counts = this.roomFor(scope, most);
      for (const number of numbers) counts[number]! += times;
    }
    for (const word of words) this.of(this.byWord, word, () => ({ goods: 0 })).goods += times;
    phrases.forEach((phrase, i) => {
      if (phrase === null) return;
      const kind = phraseKinds[i]!;
      this.of(this.byPhrase, `${kind} ${phrase}`, () => ({ kind, phrase, goods: 0 })).goods += times;
    });
  }

  /** Tags by scope, where there is something to count. */
  *counts(): Generator<{ scope: string; tag: string; goods: number }> {
    for (const [i, scope] of this.names.entries()) {
      const counts = this.within[i];
      if (!counts) continue;
      for (const [n, tag] of this.names.entries()) {
        if (counts[n]) yield { scope, tag, goods: counts[n] };
      }
    }
  }

  words(): { word: string; goods: number }[] {
    return [...this.byWord].flatMap(([word, { goods }]) => (goods === 0 ? [] : [{ word, goods }]));
  }

  phrases(): { kind: PhraseKind; phrase: string; goods: number }[] {
    return [...this.byPhrase.values()].filter((one) => one.goods !== 0);
  }

  private learn(tag: string, scope = isScope(tag)): Known | null {
    const known = isCounted(tag) ? { number: this.names.length, isScope: scope } : null;
    if (known) this.names.push(tag);
    this.known.set(tag, known);
    return known;
  }

  private roomFor(scope: number, tags: number): Int32Array {
    const counts = this.within[scope] ?? new Int32Array(64);
    if (counts.length >= tags) return (this.within[scope] = counts);
    const wider = new Int32Array(2 ** Math.ceil(Math.log2(tags)));
    wider.set(counts);
    return (this.within[scope] = wider);
  }

  private of<T>(map: Map<string, T>, key: string, make: () => T): T {
    const found = map.get(key);
    if (found !== undefined) return found;
    const made = make();
    map.set(key, made);
    return made;
  }
}
