import { Module } from '@nestjs/common';
import { OdopModule } from '#odop';
import { DatabaseModule } from '#platform/database';

/** What the operator's commands may use. */
@Module({ imports: [DatabaseModule, OdopModule] })
export class CliModule {}
