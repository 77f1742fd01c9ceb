import { Module } from '@nestjs/common';
import { DatabaseModule } from '#platform/database';

/** What the operator's commands may use. */
@Module({ imports: [DatabaseModule] })
export class CliModule {}
