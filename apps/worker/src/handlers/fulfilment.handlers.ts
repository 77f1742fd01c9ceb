import {
  BookCourier,
  BookCourierJob,
  BookPickup,
  BookPickupJob,
  CallOffCourier,
  CallOffCourierJob,
  CallOffPickup,
  CallOffPickupJob,
  ChangeCash,
  ChangeCashJob,
  ChooseSlot,
  ChooseSlotJob,
  DestroyDeliveryPhoto,
  DestroyDeliveryPhotoJob,
  FollowTracking,
  FollowTrackingJob,
  ReadTrackingFiles,
  ReadTrackingFilesJob,
  ScanDeliveryPhoto,
  ScanDeliveryPhotoJob,
} from '#fulfilment';
import { call, handle } from '#platform/queue';

export const fulfilmentJobs = [
  handle(
    BookCourierJob,
    call(BookCourier, (bookCourier, job) => bookCourier.run(job)),
  ),
  handle(
    ChooseSlotJob,
    call(ChooseSlot, (choose, job) => choose.run(job)),
  ),
  handle(
    ChangeCashJob,
    call(ChangeCash, (changeCash, job) => changeCash.run(job)),
  ),
  handle(
    BookPickupJob,
    call(BookPickup, (bookPickup, job) => bookPickup.run(job)),
  ),
  handle(
    CallOffCourierJob,
    call(CallOffCourier, (callOff, job) => callOff.run(job)),
  ),
  handle(
    CallOffPickupJob,
    call(CallOffPickup, (callOff, job) => callOff.run(job)),
  ),
  handle(
    FollowTrackingJob,
    call(FollowTracking, (followTracking, job) => followTracking.run(job)),
  ),
  handle(
    ReadTrackingFilesJob,
    call(ReadTrackingFiles, (readFiles) => readFiles.run()),
  ),
  handle(
    ScanDeliveryPhotoJob,
    call(ScanDeliveryPhoto, (scan, job) => scan.run(job)),
  ),
  handle(
    DestroyDeliveryPhotoJob,
    call(DestroyDeliveryPhoto, (destroy, job) => destroy.run(job)),
  ),
];
