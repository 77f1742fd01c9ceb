/** Places that support makers. @rule */
export const infrastructureKinds = [
  'cluster',
  'common_facility_centre',
  'testing_lab',
  'cold_chain',
  'ekta_mall',
] as const;
export type InfrastructureKind = (typeof infrastructureKinds)[number];

export const infrastructureStatuses = ['sanctioned', 'being_built', 'working', 'closed'] as const;
export type InfrastructureStatus = (typeof infrastructureStatuses)[number];
