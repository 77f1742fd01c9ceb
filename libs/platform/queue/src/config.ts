import { z } from 'zod';
import { defineConfig } from '#platform/config';

export const queueConfig = defineConfig(
  z.object({
    REDIS_URL: z
      .string()
      .regex(
        /^redis(s|\+sentinel|\+cluster)?:\/\//,
        'expected redis://host:6379, rediss://…, redis+sentinel://host:26379,host:26379/master or redis+cluster://host:6379,host:6379',
      )
      .optional()
      .describe('Redis for the queues; without it they live in PostgreSQL'),
    QUEUE_CONCURRENCY: z.coerce
      .number()
      .int()
      .min(1)
      .max(200)
      .default(16)
      .describe('jobs at once per queue and worker'),
    QUEUE_LOCK_SECONDS: z.coerce
      .number()
      .int()
      .min(2)
      .max(300)
      .default(10)
      .describe('after so many seconds without a sign of life a job is given to another worker'),
    QUEUE_REHAND_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(55)
      .default(45)
      .describe('work still not done after so many seconds is handed to the queue store again (S-12)'),
  }),
);
