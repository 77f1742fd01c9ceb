import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { environment } from '#platform/config';
import { AdvanceClock } from './advance-clock.js';
import { databaseConfig, networkLimits, sessionOptions } from './config.js';
import { ReadClient } from './read-client.js';
import { UnitOfWork } from './unit-of-work.js';

/** The one connection pool of a process, its unit of work and its read client. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        type: 'postgres',
        url: databaseConfig().DATABASE_URL,
        autoLoadEntities: true,
        synchronize: false,
        migrationsRun: false,
        poolSize: databaseConfig().DATABASE_POOL_MAX,
        applicationName: `odop-${environment().NODE_ENV}`,
        // Statements that do not wait for each other travel together.
        extra: { options: sessionOptions(), ...networkLimits(), pipeline: true },
        installExtensions: false,
        retryAttempts: 3,
      }),
    }),
  ],
  providers: [UnitOfWork, ReadClient, AdvanceClock],
  exports: [UnitOfWork, ReadClient, AdvanceClock],
})
export class DatabaseModule {}
