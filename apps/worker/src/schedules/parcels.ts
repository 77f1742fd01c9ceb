import {
  AlarmCentreParcel,
  AlarmReturn,
  AlarmShipment,
  PurgeDeliveryPhotos,
  ReadTrackingFiles,
  ReckonRoutes,
} from '#fulfilment';
import { call, clock, dailyAt, everyMinutes, hourlyAt, sweep, type Schedule } from '#platform/queue';

/** What the clock does about parcels. */
export const ofParcels: readonly Schedule[] = [
  clock(
    'fulfilment.purge-delivery-photos',
    hourlyAt(50),
    call(PurgeDeliveryPhotos, (purge) => purge.run()),
  ),
  clock(
    'fulfilment.reckon-routes',
    dailyAt('04:15'),
    call(ReckonRoutes, (reckon) => reckon.run()),
  ),
  sweep('fulfilment.alarm-shipments', {
    due: call(AlarmShipment, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmShipment, (alarm, id) => alarm.run(id)),
    every_ms: 60_000,
  }),
  sweep('fulfilment.alarm-returns', {
    due: call(AlarmReturn, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmReturn, (alarm, id) => alarm.run(id)),
    every_ms: 60_000,
  }),
  clock(
    'fulfilment.read-tracking-files',
    everyMinutes(15),
    call(ReadTrackingFiles, (readFiles, slot) => readFiles.ask(slot)),
  ),
  sweep('fulfilment.alarm-centre-parcels', {
    due: call(AlarmCentreParcel, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmCentreParcel, (alarm, id) => alarm.run(id)),
    every_ms: 60_000,
  }),
];
