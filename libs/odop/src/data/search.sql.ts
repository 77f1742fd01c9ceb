import { soundWords } from '../domain/sound.js';

/** Conditions of a list as they come together: SQL beside its values. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];
  /** Common table expressions the conditions speak of, with `with`; empty when none. */
  ctes = '';

  /** Adds the value and gives its parameter. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(sql: string): this {
    this.parts.push(sql);
    return this;
  }

  /** Adds `column = value` where a value is wanted. */
  equals(column: string, value: unknown): this {
    return value === undefined ? this : this.add(`${column} = ${this.value(value)}`);
  }

  /** A point inside the box; rows without a point are outside. */
  inside(box: BoundingBox | undefined, latitude: string, longitude: string): this {
    if (box === undefined) return this;
    const [west, south, east, north] = box.map((edge) => this.value(edge)) as [string, string, string, string];
    return this.add(`${longitude} between ${west} and ${east} and ${latitude} between ${south} and ${north}`);
  }

  /**
   * Rows of `table` whose searched text has every word of `text`, as a word or its beginning; only if there is none, rows
   * with near misses of every word (pg_trgm, similarity 0.6).
   * @param table  with `id` and `search`
   * @param within  what the rows must be anyway, so that a hidden one does not stop near misses
   */
  search(text: string | undefined, table: string, id: string, within: string): this {
    if (text === undefined) return this;
    const words = soundWords(text).slice(0, 6);
    if (words.length === 0) return this.add('false');
    const exact = words.map((word) => `x.search like ${this.value(word.length > 3 ? `% ${word}%` : `% ${word} %`)}`);
    const near = words.map((word) => `${this.value(word)} <% x.search`);
    this.ctes = `
      with exact as materialized (select x.id from ${table} x where ${within} and ${exact.join(' and ')}),
           found as (select id from exact
                      union all
                     select x.id from ${table} x
                      where not exists (select from exact) and ${within} and ${near.join(' and ')})`;
    return this.add(`${id} in (select id from found)`);
  }

  get where(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }
}

/** West, south, east, north in degrees, as GeoJSON orders them (RFC 7946). */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];
