import { SendCodeJob } from '#identity';
import { SendCode } from '#notifications';
import { call, handle, type JobHandler } from '#platform/queue';

export const identityJobs: readonly JobHandler[] = [
  handle(
    SendCodeJob,
    call(SendCode, (sendCode, payload) => sendCode.run(payload)),
  ),
];
