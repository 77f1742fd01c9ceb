import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ConfigFaults, isProduction } from '#platform/config';
import { CodeSender, type CodeMessage } from '../ports/code-sender.js';

const folder = '.data/outbox';

/** Writes messages to `.data/outbox/`, where a developer or a demo reads them. Never in production. */
@Injectable()
export class OutboxFolderCodeSender extends CodeSender {
  async send(message: CodeMessage): Promise<void> {
    if (isProduction()) throw new ConfigFaults(['Setting SMS_PROVIDER is missing: production sends its codes.']);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${message.id}.json`), `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600 });
  }
}
