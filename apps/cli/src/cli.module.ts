import { Module } from '@nestjs/common';
import { OdopModule } from '#odop';
import { DatabaseModule } from '#platform/database';
import { QueueModule } from '#platform/queue';
import { PolicyModule } from '#policy';

/** What the operator's commands may use. */
@Module({ imports: [DatabaseModule, OdopModule, PolicyModule, QueueModule] })
export class CliModule {}
