import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { DatabaseModule } from '#platform/database';

/** The modules whose use-cases the tables beside this file call. */
@Module({ imports: [DatabaseModule, IdentityModule] })
export class WorkerModule {}
