import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import { AuditModule } from '#platform/audit';
import { DatabaseModule } from '#platform/database';

/** The modules whose use-cases the tables beside this file call. */
@Module({ imports: [DatabaseModule, AuditModule, IdentityModule, NotificationsModule] })
export class WorkerModule {}
