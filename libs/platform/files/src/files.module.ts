import { Module } from '@nestjs/common';
import { StorageModule } from '#platform/storage';
import { UploadsModule } from '#platform/uploads';
import { SealedFiles } from './sealed-files.js';

/** Private files, for every module whose people hand in papers. */
@Module({
  imports: [StorageModule, UploadsModule],
  providers: [SealedFiles],
  exports: [SealedFiles],
})
export class FilesModule {}
