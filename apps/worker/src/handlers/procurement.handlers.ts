import { call, handle } from '#platform/queue';
import { BlockFunds, BlockFundsJob, SendBillJob, SettleBill } from '#procurement';

export const procurementJobs = [
  handle(
    BlockFundsJob,
    call(BlockFunds, (blockFunds, job) => blockFunds.run(job)),
  ),
  handle(
    SendBillJob,
    call(SettleBill, (settleBill, job) => settleBill.run(job)),
  ),
];
