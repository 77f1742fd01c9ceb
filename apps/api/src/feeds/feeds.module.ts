import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { FeedsController } from './feeds.controller.js';

/** What others carry on: product data for merchants’ platforms, pages for search engines. */
@Module({ imports: [CatalogueModule], controllers: [FeedsController] })
export class FeedsModule {}
