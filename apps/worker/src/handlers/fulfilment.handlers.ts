import { BookCourier, BookCourierJob, ChangeCash, ChangeCashJob, FollowTracking, FollowTrackingJob } from '#fulfilment';
import { call, handle } from '#platform/queue';

export const fulfilmentJobs = [
  handle(
    BookCourierJob,
    call(BookCourier, (bookCourier, job) => bookCourier.run(job)),
  ),
  handle(
    ChangeCashJob,
    call(ChangeCash, (changeCash, job) => changeCash.run(job)),
  ),
  handle(
    FollowTrackingJob,
    call(FollowTracking, (followTracking, job) => followTracking.run(job)),
  ),
];
