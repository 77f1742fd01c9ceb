import { Injectable } from '@nestjs/common';
import { csvOf, xlsxOf, type SheetType } from '#platform/sheets';
import { CategoriesQuery } from '../data/categories.query.js';
import { answerColumn, columns, columnsIn, goodsColumn, picturesColumn } from '../domain/desk/columns.js';
import type { Language } from '../domain/languages.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class GoodsTemplate {
  constructor(private readonly categories: CategoriesQuery) {}

  /**
   * An empty sheet of goods with a row that shows how it is filled in, with columns for each language asked for and each
   * question of the category.
   * @throws category_unknown (404)
   * @rule S-60
   */
  async run(slug: string | null, languages: readonly Language[], type: SheetType, bom: boolean) {
    const category = slug === null ? null : await this.categories.one(slug);
    if (slug !== null && !category) throw fail('category_unknown');
    const asked = (category?.parameters ?? []).map(answerColumn);
    const own: Record<string, string> = category
      ? { category: category.slug, hsn: category.hsn[0] ?? '', gst_rate_key: category.gst_rate_keys[0] ?? '' }
      : {};
    const all = [...columns, ...languages.flatMap(columnsIn), ...asked];
    const rows = [
      [goodsColumn, ...all.map((column) => column.name), picturesColumn],
      ['', ...all.map((column) => own[column.name] ?? column.example), ''],
    ];
    return type === 'csv' ? csvOf(rows, bom) : xlsxOf(rows, 'Goods');
  }
}
