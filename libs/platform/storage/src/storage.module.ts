import { Module } from '@nestjs/common';
import { FolderStore } from './folder-store.js';
import { ObjectStore } from './object-store.js';

/** Files, for every module that keeps some. */
@Module({
  providers: [{ provide: ObjectStore, useClass: FolderStore }],
  exports: [ObjectStore],
})
export class StorageModule {}
