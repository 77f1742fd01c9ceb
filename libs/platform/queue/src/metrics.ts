import { Counter, Gauge, Histogram } from 'prom-client';
import { metrics } from '#platform/observability';

const registers = [metrics];

/** What the queues promise, as numbers (S-72). Ages are in real seconds, whatever the business clock says. */
export const queueMetrics = {
  outboxRows: new Gauge({ name: 'odop_outbox_rows', help: 'News and jobs not yet opened by a relay', registers }),
  outboxAge: new Gauge({ name: 'odop_outbox_age_seconds', help: 'Age of the oldest outbox row', registers }),
  inboxRows: new Gauge({
    name: 'odop_inbox_rows',
    help: 'Work not yet done, by queue and whether it waits, fails or is dead',
    labelNames: ['queue', 'state'],
    registers,
  }),
  inboxAge: new Gauge({
    name: 'odop_inbox_age_seconds',
    help: 'Age of the oldest work not yet done, dead work left out',
    labelNames: ['queue'],
    registers,
  }),
  dead: new Gauge({
    name: 'odop_dead_jobs',
    help: 'Work that failed at every attempt, by who looks after it',
    labelNames: ['owner'],
    registers,
  }),
  depth: new Gauge({
    name: 'odop_queue_depth',
    help: 'Jobs in the queue store',
    labelNames: ['queue', 'state'],
    registers,
  }),
  handed: new Counter({
    name: 'odop_relay_handed_total',
    help: 'Jobs handed to the queue store; again = not done in time before',
    labelNames: ['again'],
    registers,
  }),
  relayFaults: new Counter({ name: 'odop_relay_faults_total', help: 'Looks of the relay that failed', registers }),
  jobs: new Counter({
    name: 'odop_jobs_total',
    help: 'Attempts at jobs by outcome: done, retried or dead',
    labelNames: ['queue', 'outcome'],
    registers,
  }),
  stalled: new Counter({
    name: 'odop_jobs_stalled_total',
    help: 'Jobs whose worker gave no sign of life',
    labelNames: ['queue'],
    registers,
  }),
  seconds: new Histogram({
    name: 'odop_job_seconds',
    help: 'Time one attempt took',
    labelNames: ['queue'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers,
  }),
  scheduleRuns: new Counter({
    name: 'odop_schedule_runs_total',
    help: 'Runs of clocks and sweeps, one per stroke, look and row',
    labelNames: ['schedule', 'outcome'],
    registers,
  }),
  scheduleLag: new Gauge({
    name: 'odop_schedule_lag_seconds',
    help: 'How long a stroke of a clock has been due and not done',
    labelNames: ['schedule'],
    registers,
  }),
  leader: new Gauge({ name: 'odop_scheduler_leader', help: '1 when this worker keeps the schedules', registers }),
};
