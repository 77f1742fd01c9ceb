import { Module } from '@nestjs/common';
import { OdopModule } from '#odop';
import { DatabaseModule } from '#platform/database';
import { PolicyModule } from '#policy';

/** What the operator's commands may use. */
@Module({ imports: [DatabaseModule, OdopModule, PolicyModule] })
export class CliModule {}
