import type { FastifyRequest } from 'fastify';
import type { Client } from '#identity';

export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 200) ?? 'unknown',
});
