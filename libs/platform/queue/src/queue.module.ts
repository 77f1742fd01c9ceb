import { Module } from '@nestjs/common';
import { JobsQuery } from './data/jobs.query.js';
import { ReplayDeadJob } from './replay-dead-job.js';

/** The operator's view of the work, for api and command line. The worker itself is `startWork`. */
@Module({ providers: [JobsQuery, ReplayDeadJob], exports: [JobsQuery, ReplayDeadJob] })
export class QueueModule {}
