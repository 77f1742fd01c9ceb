import {
  AskWithdrawal,
  DecideOdopEntry,
  DistrictsQuery,
  odopEntryStates,
  ProposeOdopEntry,
  type Decision,
} from '#odop';
import { newId, type Actor } from '#platform/kernel';
import { officesOf, paperOf, storyOf } from '../../../libs/odop/test/builders/offices.js';
import type { DrivenEntry, Workshop } from './driven.js';
import { road } from './road.js';

const row = ({ entryId }: DrivenEntry) => ({ table: 'odop.entry', id: entryId });

const decides =
  (step: Decision, who: (by: DrivenEntry['by']) => Actor) =>
  ({ booted }: Workshop, { entryId, by }: DrivenEntry) =>
    booted.as(who(by), () => booted.get(DecideOdopEntry).run(entryId, step, { reason: 'Decided in a test.' }));

export const odopEntryRoad = road<DrivenEntry>()({
  machine: odopEntryStates,
  row,
  async begin({ booted }) {
    const district = (await booted.get(DistrictsQuery).bySlug('rajsamand'))!;
    const by = await officesOf(booted, district);
    const proposal = {
      district: district.slug,
      list: 'dpiit_odop' as const,
      product: `Test pottery ${newId()}`,
      sector: 'handicrafts' as const,
      rank: 'other' as const,
      reason: 'The district committee asks for it.',
      hsn: ['6913'],
      stories: [storyOf()],
      evidence: [paperOf()],
    };
    return { by, entryId: await booted.as(by.district(), () => booted.get(ProposeOdopEntry).run(proposal)) };
  },
  steps: {
    complete_dossier: decides('complete_dossier', (by) => by.district()),
    reject: decides('reject', (by) => by.state()),
    approve: decides('approve', (by) => by.state()),
    return: decides('return', (by) => by.state()),
    confirm: decides('confirm', (by) => by.national()),
    query: decides('query', (by) => by.national()),
    publish: ({ hands }, entry) => hands.strikes('odop.settle-entries', row(entry)),
    withdraw: async (shop, entry) => {
      const ask = () => shop.booted.get(AskWithdrawal).run(entry.entryId, 'Nobody makes it any more.');
      await shop.booted.as(entry.by.state(), ask);
      await decides('withdraw', (by) => by.national())(shop, entry);
    },
    suspend: decides('suspend', (by) => by.national()),
    resume: decides('resume', (by) => by.national()),
  },
});
