/** An office that can review, as the register of organisations has it. */
export interface Office {
  id: string;
  kind: 'district_nodal' | 'state_nodal' | 'platform';
}

/** Whose desk something lies on, and whom it goes up to when that desk is silent. */
export interface Desk {
  desk_id: string | null;
  above_id: string | null;
}

/**
 * The desk of a district: its nodal office; where none is set up yet the State's, else the platform's.
 * @param offices  of the district, of its State and of the platform, oldest first
 * @rule SM-1 SM-3
 */
export function chooseDesk(by: 'district' | 'platform', offices: readonly Office[]): Desk {
  const first = (kind: Office['kind']): string | null => offices.find((office) => office.kind === kind)?.id ?? null;
  const platform = first('platform');
  if (by === 'platform') return { desk_id: platform, above_id: null };
  const state = first('state_nodal') ?? platform;
  const desk_id = first('district_nodal') ?? state;
  return { desk_id, above_id: state === desk_id ? platform : state };
}
