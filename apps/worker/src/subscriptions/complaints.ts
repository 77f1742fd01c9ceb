import {
  ComplaintAcknowledged,
  ComplaintBreached,
  ComplaintEscalated,
  ComplaintRaised,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintWaits,
  MakerAnswered,
  MakerAsked,
  MakerSilent,
} from '#grievances';
import { type Subscription, when } from '#platform/queue';
import { tellPeople } from './reactions.js';

/** News of complaints. */
export const newsOfComplaints: readonly Subscription[] = [
  when(ComplaintRaised, tellPeople),
  when(ComplaintAcknowledged, tellPeople),
  when(ComplaintResolved, tellPeople),
  when(ComplaintReopened, tellPeople),
  when(ComplaintWaits, tellPeople),
  when(ComplaintEscalated, tellPeople),
  when(ComplaintBreached, tellPeople),
  when(MakerAsked, tellPeople),
  when(MakerAnswered, tellPeople),
  when(MakerSilent, tellPeople),
];
