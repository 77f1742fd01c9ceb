import { z } from 'zod';
import { event } from '#platform/kernel';

const entry = z.object({ entryId: z.uuid(), districtId: z.uuid() });

/** A product was proposed, or a change to one that is live (`succeedsId`). */
export const EntryProposed = event('odop.entry_proposed', entry.extend({ succeedsId: z.uuid().nullable() }));
/** It lies on the next desk now. */
export const EntryHandedOn = event('odop.entry_handed_on', entry.extend({ state: z.string() }));
export const EntryLive = event('odop.entry_live', entry.extend({ succeedsId: z.uuid().nullable() }));
export const EntryRetired = event('odop.entry_retired', entry.extend({ successorId: z.uuid().nullable() }));
/** An officer set right, or took back, what the published list says of its GI. @rule */
export const GiFlagCorrected = event('odop.gi_flag_corrected', entry);
export const EntrySuspended = event('odop.entry_suspended', entry);
/** A State asks the programme desk to take it off the list. */
export const WithdrawalAsked = event('odop.withdrawal_asked', entry);
/** A district was renamed, divided or merged; successors are the districts that were made of it or took it in. */
export const DistrictChanged = event(
  'odop.district_changed',
  z.object({ districtId: z.uuid(), kind: z.enum(['rename', 'split', 'merge']), successorIds: z.array(z.uuid()) }),
);
/** Nobody moved in time: the desk above should look. */
export const EntryOverdue = event('odop.entry_overdue', entry.extend({ state: z.string() }));
