import { Body, Controller, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { Allow, Answers, fail, Of, Pages } from '../src/index.js';
import { as, start } from './start.js';

const mine = '0192f0c1-2f4e-7d3b-8a51-6a2f6d1f0c11';
const another = '0192f0c1-2f4e-7d3b-8a51-6a2f6d1f0c12';
const body = z.strictObject({ quantity: z.int() });
const looked: string[] = [];

@Controller('v1/buyer/things')
@Of(Pages, async (_pages, _tx, id) => {
  looked.push(id);
  return id === mine ? { id } : null;
})
class ThingsController {
  @Post()
  @Allow('self')
  @Answers(201, body)
  make(@Body({ schema: body }) sent: z.infer<typeof body>) {
    return sent;
  }

  @Post(':id/lines')
  @Allow('self')
  @Answers(201, body)
  add(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: body }) sent: z.infer<typeof body>) {
    if (id !== mine) throw fail('not_found');
    return sent;
  }

  @Post(':id/end')
  @Allow('self')
  @Answers(201, body)
  end(@Param('id', { schema: z.uuid() }) _id: string) {
    return { quantity: 0 };
  }
}

describe('S-42 what a path names', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await start(ThingsController);
  });
  afterAll(() => app.close());
  beforeEach(() => void looked.splice(0));

  const good = { quantity: 1 };
  test.each<[string, string, string | object, number, string[]]>([
    ['a good body', `/${mine}/lines`, good, 201, []],
    ['a bad body', `/${mine}/lines`, { quantity: 'x' }, 422, [mine]],
    ["a bad body for another's", `/${another}/lines`, { quantity: 'x' }, 404, [another]],
    ["what no body may hold, for another's", `/${another}/lines`, { quantity: '\0' }, 404, [another]],
    ["a body nobody asked for, for another's", `/${another}/end`, good, 404, [another]],
    ['a body nobody asked for', `/${mine}/end`, good, 422, [mine]],
    ['a bad body for what is no id', '/7/lines', { quantity: 'x' }, 404, []],
    ['a bad body where nothing is named', '', { quantity: 'x' }, 422, []],
    ['a body that is none', `/${another}/lines`, '{"quantity":', 400, []],
  ])('S-42 %s', async (_name, path, sent, status, asked) => {
    const answer = await request(app.getHttpServer())
      .post(`/v1/buyer/things${path}`)
      .set({ ...as('asha'), 'content-type': 'application/json' })
      .send(typeof sent === 'string' ? sent : JSON.stringify(sent));
    expect([answer.status, looked]).toEqual([status, asked]);
  });
});
