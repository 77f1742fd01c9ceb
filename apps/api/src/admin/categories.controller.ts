import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import {
  CategoriesQuery,
  categoryInput,
  DraftCategory,
  PublishCategory,
  ReviseCategory,
  WithdrawCategory,
  type CategoryInput,
} from '#catalogue';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  IfMatch,
  Of,
  OfNobody,
  Refuses,
  withEtag,
  type Precondition,
} from '#platform/http';
import { slug } from '../public/names.schema.js';
import {
  categoryRevision,
  deskCategory,
  deskTree,
  viewOfDeskCategory,
  viewOfDeskLine,
  withdrawalBody,
} from './categories.schema.js';

/** The catalogue desk keeps the shelves: what stands where, what goods must say, how they are taxed. @rule  */
@OfNobody('the shelves are the whole bazaar’s')
@Controller('v1/admin/categories')
@Of(CategoriesQuery, (categories, tx, named) => categories.oneOnDesk(tx, named))
export class AdminCategoriesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly categories: CategoriesQuery,
    private readonly draftCategory: DraftCategory,
    private readonly reviseCategory: ReviseCategory,
    private readonly publishCategory: PublishCategory,
    private readonly withdrawCategory: WithdrawCategory,
  ) {}

  @Get()
  @Does('All shelves, drafts too')
  @Allow('admin:categories')
  @Answers(200, deskTree)
  async all() {
    const rows = await this.work.run((tx) => this.categories.onDesk(tx));
    return { categories: rows.map(viewOfDeskLine) };
  }

  @Get(':slug')
  @Does('A shelf with all it asks, draft or not')
  @Allow('admin:categories')
  @Answers(200, deskCategory)
  @Refuses('category_unknown')
  one(@Param('slug', { schema: slug }) named: string) {
    return this.view(named);
  }

  @Post()
  @Does('Draft a shelf; nobody sees it before it is published')
  @Allow('admin:categories')
  @Answers(201, deskCategory)
  @Refuses('category_parent_unfit', 'category_slug_taken')
  async draft(@Body({ schema: categoryInput }) body: CategoryInput) {
    await this.draftCategory.run(body);
    const row = await this.read(body.slug);
    return created(`/v1/admin/categories/${body.slug}`, viewOfDeskCategory(row), row.version);
  }

  @Put(':slug')
  @Does('Write a shelf anew; goods on it are asked for new answers when they are next submitted')
  @Allow('admin:categories')
  @Answers(200, deskCategory)
  @Refuses('category_unknown', 'category_parent_unfit', 'category_incomplete')
  async revise(
    @Param('slug', { schema: slug }) named: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: categoryRevision }) body: z.infer<typeof categoryRevision>,
  ) {
    await this.reviseCategory.run(named, body, (version) => seen.check(version));
    return this.view(named);
  }

  @Post(':slug/publication')
  @Does('Open a shelf: everybody sees it, makers list in it')
  @Allow('admin:categories')
  @HttpCode(200)
  @Answers(200, deskCategory)
  @Refuses('category_unknown', 'category_incomplete')
  async publish(@Param('slug', { schema: slug }) named: string) {
    await this.publishCategory.run(named);
    return this.view(named);
  }

  @Post(':slug/withdrawal')
  @Does('Close a shelf: it takes no new goods; what is on sale stays on sale')
  @Allow('admin:categories')
  @HttpCode(200)
  @Answers(200, deskCategory)
  @Refuses('category_unknown')
  async withdraw(
    @Param('slug', { schema: slug }) named: string,
    @Body({ schema: withdrawalBody }) body: z.infer<typeof withdrawalBody>,
  ) {
    await this.withdrawCategory.run(named, body.reason);
    return this.view(named);
  }

  private read(named: string) {
    return this.work.run((tx) => this.categories.oneOnDesk(tx, named));
  }

  private async view(named: string) {
    const row = await this.read(named);
    return withEtag(row.version, viewOfDeskCategory(row));
  }
}
