import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Answers, Does, Open, fail, pageHeaders } from '#platform/http';
import { docsFiles } from './docs-files.js';

/** What this service can do, for people. */
@Controller('docs')
export class DocsController {
  @Get()
  @Open({ ignoresCredentials: true })
  @Does('The operations as a page to read and try')
  @Answers(200, undefined, { contentType: 'text/html' })
  page(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.send('', reply);
  }

  @Get(':file')
  @Open({ ignoresCredentials: true })
  @Does('A file of that page')
  @Answers(200, undefined, { contentType: '*/*' })
  file(
    @Param('file', { schema: z.string().min(1).max(100) }) name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(name, reply);
  }

  private send(name: string, reply: FastifyReply): string | Buffer {
    const file = docsFiles.get(name);
    if (!file) throw fail('not_found');
    void reply.headers({
      'content-type': file.type,
      ...pageHeaders,
      'cache-control': 'public, max-age=3600',
    });
    return file.text();
  }
}
