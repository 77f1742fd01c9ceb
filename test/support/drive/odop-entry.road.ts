import { odopEntryStates } from '#odop';
import { road } from './road.js';

const notBuilt = 'proposing and reviewing entries is not built yet: they come from the seed';

export const odopEntryRoad = road<{ entryId: string }>()({
  machine: odopEntryStates,
  start: 'live',
  row: ({ entryId }) => ({ table: 'odop.entry', id: entryId }),
  async begin({ hands }) {
    const { id } = await hands.sees<{ id: string }>(
      `select id from odop.entry where state = 'live' order by id limit 1`,
      [],
    );
    return { entryId: id };
  },
  steps: {},
  notYet: {
    proposed: notBuilt,
    district_reviewed: notBuilt,
    state_approved: notBuilt,
    confirmed: notBuilt,
    suspended: notBuilt,
    retired: notBuilt,
    rejected: notBuilt,
  },
});
