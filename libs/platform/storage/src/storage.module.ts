import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FolderStore } from './folder-store.js';
import { KeptFiles } from './kept-files.js';
import { ObjectStore } from './object-store.js';
import { UnclaimedFileEntity } from './unclaimed-file.entity.js';

/** Files, for every module that keeps some. */
@Module({
  imports: [TypeOrmModule.forFeature([UnclaimedFileEntity])],
  providers: [{ provide: ObjectStore, useClass: FolderStore }, KeptFiles],
  exports: [ObjectStore, KeptFiles],
})
export class StorageModule {}
