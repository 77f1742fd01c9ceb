import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KeyWrapper } from './key-wrapper.js';
import { MasterKeyFile } from './master-key-file.js';
import { RewrapKeys } from './rewrap-keys.js';
import { ServiceKeyEntity } from './service-key.entity.js';
import { ServiceKeys } from './service-keys.js';
import { SubjectKeyEntity } from './subject-key.entity.js';
import { SubjectKeys } from './subject-keys.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([SubjectKeyEntity, ServiceKeyEntity])],
  providers: [MasterKeyFile, { provide: KeyWrapper, useExisting: MasterKeyFile }, SubjectKeys, ServiceKeys, RewrapKeys],
  exports: [MasterKeyFile, KeyWrapper, SubjectKeys, ServiceKeys, RewrapKeys],
})
export class CryptoModule {}
