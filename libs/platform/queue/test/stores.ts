/** The queue stores to test on. Redis only where the test run started one (scripts/test.mjs says where). */
export const stores: { name: string; redisUrl: string | undefined }[] = [{ name: 'PostgreSQL', redisUrl: undefined }];

const redisUrl = process.env.TEST_REDIS_URL;
if (redisUrl) stores.push({ name: 'Redis', redisUrl });
else process.stdout.write('TEST_REDIS_URL is not set: the queue tests ran on PostgreSQL only.\n');
