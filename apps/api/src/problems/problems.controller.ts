import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problemCatalogue } from '#platform/kernel';
import { Answers, Does, Open, fail, pageHeaders, prefersHtml } from '#platform/http';
import { problemList, problemPage } from './problem-page.js';
import { problemKind, problemKinds } from './problems.schema.js';

/** Where the `type` of a problem leads: what a code means, for people and for programs. @rule STD-1.1 */
@Controller('problems')
export class ProblemsController {
  @Get()
  @Open({ ignoresCredentials: true })
  @Does('Every code this service refuses with')
  @Answers(200, problemKinds)
  @Answers(200, undefined, { contentType: 'text/html' })
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const items = [...problemCatalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    return answer(request, reply, { items }, () => problemList(items));
  }

  @Get(':code')
  @Open({ ignoresCredentials: true })
  @Does('What a code means and what to do then')
  @Answers(200, problemKind)
  @Answers(200, undefined, { contentType: 'text/html' })
  one(
    @Param('code', { schema: z.string().regex(/^[a-z0-9_]{1,100}$/) }) code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const problem = problemCatalogue.get(code);
    if (!problem) throw fail('not_found');
    return answer(request, reply, problem, () => problemPage(problem));
  }
}

/** JSON unless a page is asked for; caches keep the two apart. */
function answer(request: FastifyRequest, reply: FastifyReply, json: object, page: () => string): object | string {
  void reply.headers({ vary: 'Accept, Origin', 'cache-control': 'public, max-age=300' });
  if (!prefersHtml(request)) return json;
  void reply.headers({ 'content-type': 'text/html; charset=utf-8', ...pageHeaders });
  return page();
}
