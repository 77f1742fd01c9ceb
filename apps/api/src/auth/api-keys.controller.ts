import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ManageApiKeys } from '#identity';
import { Allow, Answers, created, Does, Refuses, StepUp, Of } from '#platform/http';
import { apiKeyBody, apiKeys, madeKey, rotatedKey } from './account.schema.js';

@Controller('v1/auth/api-keys')
@Of(ManageApiKeys, async (keys, _tx, id) => (await keys.list()).find((key) => key.id === id) ?? null)
export class ApiKeysController {
  constructor(private readonly keys: ManageApiKeys) {}

  @Post()
  @HttpCode(201)
  @Allow('self')
  @StepUp()
  @Does('Makes an API key for the organisation acted for, with no more rights than your own')
  @Answers(201, madeKey)
  @Refuses('key_scope_unfit', 'organisation_not_found')
  async make(@Body({ schema: apiKeyBody }) { lifetimeDays, ...body }: z.infer<typeof apiKeyBody>) {
    const made = await this.keys.make({ ...body, lifetime_days: lifetimeDays });
    return created(`/v1/auth/api-keys/${made.keyId}`, made);
  }

  @Get()
  @Allow('self')
  @Does('Lists the API keys of the organisation acted for')
  @Answers(200, apiKeys)
  async list(): Promise<z.infer<typeof apiKeys>> {
    const keys = await this.keys.list();
    return {
      items: keys.map((key) => ({
        id: key.id,
        name: key.name,
        scopes: key.scopes,
        addresses: key.addresses,
        madeAt: key.made_at.toISOString(),
        expiresAt: key.expires_at.toISOString(),
        lastUsedAt: key.last_used_at?.toISOString() ?? null,
      })),
    };
  }

  @Post(':id/rotation')
  @HttpCode(200)
  @Allow('self')
  @StepUp()
  @Does('Gives a key a new secret; the old one ends in 24 hours')
  @Answers(200, rotatedKey)
  @Refuses('key_not_found', 'key_scope_unfit')
  rotate(@Param('id', { schema: z.uuid() }) id: string) {
    return this.keys.rotate(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('self')
  @Does('Ends an API key at once: your own, or a colleague’s that may no more than you')
  @Answers(204)
  @Refuses('key_not_found', 'key_scope_unfit')
  revoke(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.keys.revoke(id);
  }
}
