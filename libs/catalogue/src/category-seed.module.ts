import { Module } from '@nestjs/common';
import { SeedCategories } from './use-cases/seed-categories.js';

/** The one verb of the catalogue that the operator's command line needs: the rest would bring the makers along. */
@Module({ providers: [SeedCategories], exports: [SeedCategories] })
export class CategorySeedModule {}
