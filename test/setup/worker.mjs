// Each Jest worker has a database of its own; a test file that spoils its database asks for another (freshDatabase).
const urls = JSON.parse(process.env.TEST_DATABASES ?? '{}');
const name = `t_${process.env.JEST_WORKER_ID ?? 1}`;
process.env.DATABASE_URL = urls.appUrl.replace('%7Bname%7D', name).replace('{name}', name);
process.env.DATABASE_OWNER_URL = urls.ownerUrl.replace('%7Bname%7D', name).replace('{name}', name);
// Where the simulated outside world of this worker will be, if a test opens it: adapters take it as their default.
process.env.SIMULATORS_PORT =
  process.env.TEST_SIMULATORS_PORTS?.split(',')[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
// All tests call from one address: the quotas are tried by a test of their own.
process.env.RATE_LIMITS ??= ['default', 'search', 'writes', 'sign-in', 'codes', 'bids']
  .map((q) => `${q}=1000000/60`)
  .join();
// A test works in the process it asks: that it is busy says nothing about the service.
process.env.MAX_EVENT_LOOP_DELAY_MS ??= '0';
process.env.MAX_HEAP_MB ??= '16384';
// What a test waits for may be waiting for the other worker's processor time: whether it is right does not hang on that.
process.env.DATABASE_PATIENCE ??= '5';
