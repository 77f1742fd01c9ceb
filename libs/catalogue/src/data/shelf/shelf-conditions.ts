import { tag } from '../../domain/shelf/facets.js';

/** What somebody wants to see of the shelf; members that are absent narrow nothing. */
export interface ShelfFilter {
  district_slug?: string;
  state_code?: string;
  odop_entry_id?: string;
  seller_id?: string;
  /** Of each group one tag at least: see `domain/shelf/facets.ts`. */
  tags: readonly (readonly string[])[];
  price_min_paise?: bigint;
  price_max_paise?: bigint;
}

/** Conditions of a statement as they come together: SQL beside its values. */
export class ShelfConditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds the value and gives its parameter. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(sql: string): this {
    this.parts.push(sql);
    return this;
  }

  get where(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }

  /**
   * Where goods are found through their marks and not in the order of an index, the place is a mark like the others: one index
   * has marks and words, and finds what has all of them without looking at any goods.
   */
  narrowByMarks({ district_slug, state_code, tags, ...filter }: ShelfFilter): this {
    const place = [
      ...(district_slug === undefined ? [] : [[tag('district', district_slug)]]),
      ...(state_code === undefined ? [] : [[tag('state', state_code)]]),
    ];
    return this.narrow({ ...filter, tags: [...place, ...tags] });
  }

  /** Where goods are read in the order of an index, which begins with the place. */
  narrow(filter: ShelfFilter): this {
    const { district_slug, state_code, odop_entry_id, seller_id, price_min_paise, price_max_paise } = filter;
    if (district_slug !== undefined) this.add(`s.district_slug = ${this.value(district_slug)}`);
    if (state_code !== undefined) this.add(`s.state_code = ${this.value(state_code)}`);
    if (odop_entry_id !== undefined) this.add(`s.odop_entry_id = ${this.value(odop_entry_id)}`);
    if (seller_id !== undefined) this.add(`s.seller_id = ${this.value(seller_id)}`);
    if (price_min_paise !== undefined) this.add(`s.price_paise >= ${this.value(price_min_paise)}`);
    if (price_max_paise !== undefined) this.add(`s.price_paise <= ${this.value(price_max_paise)}`);
    const all = filter.tags.filter((group) => group.length === 1).flat();
    if (all.length > 0) this.add(`s.tags @> ${this.value(all)}::text[]`);
    for (const group of filter.tags.filter((one) => one.length > 1)) this.add(`s.tags && ${this.value(group)}::text[]`);
    return this;
  }

  /** Goods whose words fit. @param query  a tsquery as text */
  find(query: string | null): this {
    return query === null ? this : this.add(`s.words @@ ${this.value(query)}::tsquery`);
  }
}
