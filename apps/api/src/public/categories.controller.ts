import { Controller, Get, Param } from '@nestjs/common';
import { CategoriesQuery } from '#catalogue';
import { Answers, Does, fail, Open, publicly } from '#platform/http';
import { categoriesMaxAge_s, category, categoryTree, viewOfCategory, viewOfLine } from './categories.schema.js';
import { slug } from './names.schema.js';

@Controller('v1/public/categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesQuery) {}

  @Get()
  @Does('The shelves of the bazaar')
  @Open()
  @Answers(200, categoryTree)
  async tree() {
    const rows = await this.categories.tree();
    return publicly(categoriesMaxAge_s, { categories: rows.map(viewOfLine) });
  }

  @Get(':slug')
  @Does('A shelf with all it asks of goods')
  @Open()
  @Answers(200, category)
  async one(@Param('slug', { schema: slug }) named: string) {
    const row = await this.categories.one(named);
    if (row === null) throw fail('not_found');
    return publicly(categoriesMaxAge_s, viewOfCategory(row));
  }
}
