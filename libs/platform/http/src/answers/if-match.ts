import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addToPolicy } from '../route-policy.js';
import { Precondition } from './etag.js';

const read = createParamDecorator((_data: unknown, context: ExecutionContext): Precondition =>
  Precondition.read(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The version the caller has seen, required: `@IfMatch() seen: Precondition`, then `seen.check(row.version)`. @rule STD-1.3 */
export const IfMatch = (): ParameterDecorator => (target, name, index) => {
  addToPolicy(target, name!, { ifMatch: true });
  read()(target, name, index);
};

const readIfSent = createParamDecorator((_data: unknown, context: ExecutionContext): Precondition | null => {
  const sent = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return sent === undefined ? null : Precondition.read(sent);
});

/** The same where it is the caller's choice: null when she does not say what she has seen. @rule STD-1.3 */
export const IfMatchIfSent = (): ParameterDecorator => (target, name, index) => {
  addToPolicy(target, name!, { ifMatch: 'if sent' });
  readIfSent()(target, name, index);
};
