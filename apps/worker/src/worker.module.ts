import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import { DatabaseModule } from '#platform/database';

/** The modules whose use-cases the tables beside this file call. */
@Module({ imports: [DatabaseModule, IdentityModule, NotificationsModule] })
export class WorkerModule {}
