import { Module } from '@nestjs/common';
import { ShelfCounts } from './data/shelf/shelf-counts.repository.js';
import { Shelf } from './data/shelf/shelf.repository.js';
import { CountShelf } from './use-cases/count-shelf.js';
import { FillShelf } from './use-cases/fill-shelf.js';
import { FoldShelfCounts } from './use-cases/fold-shelf-counts.js';
import { RebuildShelf } from './use-cases/rebuild-shelf.js';
import { ShelveGoods } from './use-cases/shelve-goods.js';

/** What writes the shelf: it needs the database only, so that the command line need not bring the makers along. */
@Module({
  providers: [Shelf, ShelfCounts, ShelveGoods, RebuildShelf, FillShelf, CountShelf, FoldShelfCounts],
  exports: [Shelf, ShelveGoods, RebuildShelf, FillShelf, CountShelf, FoldShelfCounts],
})
export class ShelfModule {}
