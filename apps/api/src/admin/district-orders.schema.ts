import { z } from 'zod';
import { districtOrderKinds, districtPlan, type DistrictOrder } from '#odop';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { slug, stateCode } from '../public/names.schema.js';

export const districtOrdersQuery = pageQuery.omit({ count: true });

const reason = freeText(500).describe('kept with the order, for everybody who looks at it later');

export const districtOrderBody = z
  .strictObject({
    district: slug,
    plan: districtPlan,
    effectiveFrom: z.iso.date().describe('first day it is so; may be past when the order is entered late'),
    orderNo: freeText(80).describe('number of the order or notification'),
    orderedOn: z.iso.date().optional(),
    reason,
  })
  .meta({
    id: 'DistrictOrderProposal',
    example: {
      district: 'rajsamand',
      plan: { kind: 'rename', name: 'Rajsamand Nagar' },
      effectiveFrom: '2027-01-01',
      orderNo: 'REV/2026/118',
      reason: 'Notified by the Revenue Department.',
    },
  });

export const districtDecisionBody = z
  .strictObject({ decision: z.enum(['confirmed', 'refused']), reason })
  .meta({ id: 'DistrictOrderDecision' });

export const districtOrder = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(districtOrderKinds),
    district: z.strictObject({ slug, name: z.string(), state: stateCode }),
    plan: districtPlan,
    effectiveFrom: z.iso.date(),
    orderNo: z.string(),
    orderedOn: z.iso.date().nullable(),
    reason: z.string(),
    status: z.enum(['proposed', 'confirmed', 'refused', 'in_force']),
    proposedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    decisionReason: z.string().nullable(),
    inForceAt: z.iso.datetime().nullable().describe('when the register was changed'),
  })
  .meta({ id: 'DistrictOrder', example: undefined });

export const viewOfOrder = (row: DistrictOrder): z.input<typeof districtOrder> => ({
  id: row.id,
  kind: row.kind,
  district: { slug: row.district_slug, name: row.district_name, state: row.state_code },
  plan: row.plan,
  effectiveFrom: row.effective_from,
  orderNo: row.order_no,
  orderedOn: row.ordered_on,
  reason: row.reason,
  status: row.applied_at !== null ? 'in_force' : (row.decision ?? 'proposed'),
  proposedAt: row.proposed_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  decisionReason: row.decision_reason,
  inForceAt: row.applied_at?.toISOString() ?? null,
});
