import { sampleValues } from '../src/domain/sample-values.js';
import { told, type ToldEvent, type ValueKind } from '../src/domain/told.js';

/** Every message there is, with sample values. */
export function everyMessage(): {
  event: ToldEvent;
  audience: string;
  values: Record<string, unknown>;
  kinds: Record<string, ValueKind>;
}[] {
  return (Object.keys(told) as ToldEvent[]).flatMap((event) =>
    Object.entries(told[event] as Record<string, unknown>)
      .filter(([audience]) => audience !== 'version')
      .map(([audience, kinds]) => ({
        event,
        audience,
        kinds: kinds as Record<string, ValueKind>,
        values: sampleValues(kinds as Record<string, ValueKind>),
      })),
  );
}

export { sampleLink } from '../src/domain/sample-values.js';
