/** What one look has found. */
export interface Finding {
  of: string;
  level: 'ok' | 'warn' | 'fail';
  found: string;
  /** What the operator does about it; absent when all is well. */
  todo?: string;
}

export const ok = (of: string, found: string): Finding => ({ of, level: 'ok', found });
export const warn = (of: string, found: string, todo: string): Finding => ({ of, level: 'warn', found, todo });
export const fail = (of: string, found: string, todo: string): Finding => ({ of, level: 'fail', found, todo });

/** A look that itself fails is a finding, not the end of the round. */
export async function look(
  of: string,
  check: () => Promise<Finding | Finding[]> | Finding | Finding[],
): Promise<Finding[]> {
  try {
    return [await check()].flat();
  } catch (error) {
    return [
      fail(of, `could not be looked at: ${(error as Error).message}`, 'Mend what the message says and look again.'),
    ];
  }
}
