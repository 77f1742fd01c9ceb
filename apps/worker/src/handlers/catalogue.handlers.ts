import {
  ApplyImport,
  ApplyImportJob,
  CheckImport,
  CheckImportJob,
  MakeRenditions,
  MakeRenditionsJob,
  ShelveGoods,
  ShelveMakerJob,
} from '#catalogue';
import { call, handle, type JobHandler } from '#platform/queue';

export const catalogueJobs: readonly JobHandler[] = [
  handle(
    MakeRenditionsJob,
    call(MakeRenditions, (make, payload) => make.run(payload)),
  ),
  handle(
    CheckImportJob,
    call(CheckImport, (check, { importId }) => check.run(importId)),
  ),
  handle(
    ApplyImportJob,
    call(ApplyImport, (apply, { importId }) => apply.run(importId)),
  ),
  handle(
    ShelveMakerJob,
    call(ShelveGoods, (shelve, payload) => shelve.next(payload)),
  ),
];
