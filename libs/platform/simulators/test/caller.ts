export interface Said {
  status: number;
  body: Record<string, unknown>;
}

/** A caller with a key: `call('POST', '/payouts', {…})` → status and JSON. */
export const caller =
  (base: string, key: string) =>
  async (method: string, path: string, body?: object): Promise<Said> => {
    const answer = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
