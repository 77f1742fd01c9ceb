import { Module } from '@nestjs/common';
import { DatabaseModule } from '#platform/database';

/** The modules whose use-cases the tables beside this file call. */
@Module({ imports: [DatabaseModule] })
export class WorkerModule {}
