import {
  AcknowledgeComplaint,
  AnswerResolution,
  complaintStates,
  RaiseComplaint,
  ResolveComplaint,
  WithdrawComplaint,
} from '#grievances';
import { personActor } from '#platform/testing';
import type { DrivenComplaint } from './driven.js';
import { road } from './road.js';

const row = ({ complaintId }: DrivenComplaint) => ({ table: 'grievances.complaint', id: complaintId });
const nodalPerson = () => personActor({ permissions: new Set(['admin:complaints', 'admin:complaints-above']) });

/** A shopper's complaint, about no order. */
export const complaintRoad = road<DrivenComplaint>()({
  machine: complaintStates,
  row,
  async begin({ booted }) {
    const shopper = personActor();
    const raised = { about: 'platform', words: 'Nobody answers the telephone.' } as const;
    const { id } = await booted.as(shopper, () => booted.get(RaiseComplaint).run(raised));
    return { complaintId: id, shopper };
  },
  steps: {
    acknowledge: ({ booted }, { complaintId }) =>
      booted.as(nodalPerson(), () => booted.get(AcknowledgeComplaint).run(complaintId)),
    begin: ({ booted }, { complaintId }) =>
      booted.as(nodalPerson(), () => booted.get(AcknowledgeComplaint).begin(complaintId)),
    /** Before day 20 the desk hears that nobody acknowledged it. */
    async escalate({ hands, drive }, complaint) {
      while ((await drive.complaint.stateOf(complaint)) !== 'escalated')
        await hands.strikes('grievances.strike-clocks', row(complaint));
    },
    resolve: ({ booted }, { complaintId }) =>
      booted.as(nodalPerson(), () => booted.get(ResolveComplaint).run(complaintId, 'upheld', 'The line was broken.')),
    reopen: ({ booted }, { complaintId, shopper }) =>
      booted.as(shopper, () => booted.get(AnswerResolution).reopen(complaintId, 'It still is.')),
    confirm: ({ booted }, { complaintId, shopper }) =>
      booted.as(shopper, () => booted.get(AnswerResolution).confirm(complaintId)),
    lapse: ({ hands }, complaint) => hands.strikes('grievances.strike-clocks', row(complaint)),
    withdraw: ({ booted }, { complaintId, shopper }) =>
      booted.as(shopper, () => booted.get(WithdrawComplaint).run(complaintId)),
  },
});
