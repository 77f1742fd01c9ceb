import { platformOrganisationId } from '#identity';
import { EntryHandedOn, EntryOverdue, EntryRetired, EntrySuspended, WithdrawalAsked } from '#odop';
import type { ToldEntry } from '../data/facts.js';
import { about, districtOfficers, stateOfficers, type To } from './about.js';

const programmeDesk: To = { kind: 'holders', organisationId: platformOrganisationId, roles: ['programme_officer'] };
const nobody: To = { kind: 'makers', sellerIds: [] };

/** Whose turn it is with an entry of that state. */
const deskOf = (state: string, { district_id, state_code }: ToldEntry): To => {
  if (state === 'proposed') return districtOfficers(district_id);
  if (state === 'district_reviewed') return stateOfficers(state_code);
  return state === 'state_approved' ? programmeDesk : nobody;
};

const valuesOf = ({ product, district }: ToldEntry) => ({ product, district });

/** The register of products: officers hear that it is their turn, makers what happens to what they make. @rule SM-2 */
export const aboutOdop = [
  about('odop.entry_handed_on', EntryHandedOn, async ({ entryId, state }, { tx, facts }) => {
    const entry = await facts.entry(tx, entryId);
    const values = valuesOf(entry);
    if (state === 'live') return { maker: { to: { kind: 'makers', sellerIds: entry.sellerIds }, values } };
    if (state === 'rejected') return { proposer: { to: districtOfficers(entry.district_id), values } };
    return { officer: { to: deskOf(state, entry), values } };
  }),
  about('odop.entry_overdue', EntryOverdue, async ({ entryId, state }, { tx, facts }) => {
    const entry = await facts.entry(tx, entryId);
    const above = state === 'proposed' ? stateOfficers(entry.state_code) : programmeDesk;
    return { officer: { to: above, values: valuesOf(entry) } };
  }),
  about('odop.withdrawal_asked', WithdrawalAsked, async ({ entryId }, { tx, facts }) => ({
    officer: { to: programmeDesk, values: valuesOf(await facts.entry(tx, entryId)) },
  })),
  about('odop.entry_suspended', EntrySuspended, async ({ entryId }, { tx, facts }) => {
    const entry = await facts.entry(tx, entryId);
    const values = valuesOf(entry);
    return {
      maker: { to: { kind: 'makers', sellerIds: entry.sellerIds }, values },
      officer: { to: districtOfficers(entry.district_id), values },
      state_officer: { to: stateOfficers(entry.state_code), values },
    };
  }),
  about('odop.entry_retired', EntryRetired, async ({ entryId, successorId }, { tx, facts }) => {
    const entry = await facts.entry(tx, entryId);
    const values = valuesOf(entry);
    const makers: To = { kind: 'makers', sellerIds: entry.sellerIds };
    const [district, state] = [districtOfficers(entry.district_id), stateOfficers(entry.state_code)];
    if (successorId === null)
      return {
        maker: { to: makers, values },
        officer: { to: district, values },
        state_officer: { to: state, values },
      };
    const next = await facts.entry(tx, successorId);
    // A new version under the same name changes nothing for anybody.
    if (next.product === entry.product && next.district === entry.district) return {};
    const renamed = { ...values, successor: next.product, place: next.district };
    return {
      renamed_maker: { to: makers, values: renamed },
      renamed_officer: { to: district, values: renamed },
      renamed_state_officer: { to: state, values: renamed },
    };
  }),
];
