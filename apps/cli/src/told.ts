import { DomainError } from '#platform/kernel';

/** A failed command's last words: a sentence and what to do next, or one JSON object for programs. Never a stack. */
export function told(error: unknown, json: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof DomainError)) return json ? line({ error: message }) : `${message}\n`;
  const { code, rule, facts, next } = error;
  return json ? line({ error: message, code, rule, facts, next }) : `${[message, next].filter(Boolean).join(' ')}\n`;
}

const line = (value: object): string =>
  `${JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? Number(member) : member))}\n`;
