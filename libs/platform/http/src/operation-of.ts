import type { FastifyRequest } from 'fastify';

/** `POST /v1/buyer/orders`: the route's pattern, never the path with its ids. */
export const operationOf = (request: FastifyRequest): string =>
  `${request.method} ${request.routeOptions?.url ?? '(no route)'}`;
