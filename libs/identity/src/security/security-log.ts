import { log, maybeContext } from '#platform/observability';
import type { SecurityEvent } from '../domain/security-event.js';

/**
 * One structured line per security event: ids, reasons, numbers; never a name, an address of a person, a code or a token.
 * @rule S-70
 */
export function securityEvent(event: SecurityEvent, facts: Record<string, string | number | boolean | null>): void {
  const context = maybeContext();
  log.info(
    { security: event, request_id: context?.requestId, address: context?.address, ...facts },
    `security ${event}`,
  );
}
