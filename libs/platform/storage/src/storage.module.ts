import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '#platform/crypto';
import { bucketOf, storageConfig, type StorageSettings } from './config.js';
import { FolderStore } from './folder-store.js';
import { FolderUploads } from './folder-uploads.js';
import { KeptFiles } from './kept-files.js';
import { ObjectStore } from './object-store.js';
import { ReceiveUpload } from './receive-upload.js';
import { S3Store } from './s3-store.js';
import { UnclaimedFileEntity } from './unclaimed-file.entity.js';

/** The store the settings name. @param uploads  signs addresses of our own; null where nobody is invited */
export const storeFor = (settings: StorageSettings, uploads: FolderUploads | null): ObjectStore =>
  bucketOf(settings.STORAGE_URL) === null ? new FolderStore(settings, uploads) : new S3Store(settings);

/** Files, for every module that keeps some. */
@Module({
  imports: [CryptoModule, TypeOrmModule.forFeature([UnclaimedFileEntity])],
  providers: [
    FolderUploads,
    {
      provide: ObjectStore,
      useFactory: (uploads: FolderUploads) => storeFor(storageConfig(), uploads),
      inject: [FolderUploads],
    },
    KeptFiles,
    ReceiveUpload,
  ],
  exports: [ObjectStore, KeptFiles, ReceiveUpload],
})
export class StorageModule {}
