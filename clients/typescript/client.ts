import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.js';

export interface BazaarOptions {
  /** Where the service answers, without a slash at its end: `https://bazaar.example`. */
  baseUrl: string;
  /** The access token or API key to send; asked before each request, so that it may be renewed. */
  token?: () => string | undefined;
  /** The organisation acted for, when the caller belongs to several. */
  organisation?: string;
  fetch?: (request: Request) => Promise<Response>;
}

export type Bazaar = Client<paths>;

/**
 * A client whose paths, parameters, bodies and answers have the types of the OpenAPI document. Refusals come as `error`,
 * a problem document with `code`. Where the document asks for an `Idempotency-Key`, its type does too: one key for one
 * intent, the same key when the request is repeated.
 */
export function createBazaar({ baseUrl, token, organisation, fetch }: BazaarOptions): Bazaar {
  const client = createFetchClient<paths>({ baseUrl, ...(fetch ? { fetch } : {}) });
  client.use({
    onRequest({ request }) {
      const credential = token?.();
      if (credential !== undefined) request.headers.set('authorization', `Bearer ${credential}`);
      if (organisation !== undefined) request.headers.set('odop-organisation', organisation);
      return request;
    },
  });
  return client;
}
