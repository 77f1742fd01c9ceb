import { call, handle } from '#platform/queue';
import {
  BlockFunds,
  BlockFundsJob,
  DestroyIncidentFileJob,
  KeepIncidentFiles,
  ScanIncidentFileJob,
  SendBillJob,
  SettleBill,
} from '#procurement';

export const procurementJobs = [
  handle(
    BlockFundsJob,
    call(BlockFunds, (blockFunds, job) => blockFunds.run(job)),
  ),
  handle(
    SendBillJob,
    call(SettleBill, (settleBill, job) => settleBill.run(job)),
  ),
  handle(
    ScanIncidentFileJob,
    call(KeepIncidentFiles, (keep, job) => keep.scan(job)),
  ),
  handle(
    DestroyIncidentFileJob,
    call(KeepIncidentFiles, (keep, job) => keep.destroy(job)),
  ),
];
