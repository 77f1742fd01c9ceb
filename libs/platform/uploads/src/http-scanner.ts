import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { fetchOutside } from '#platform/observability';
import { scannerConfig } from './config.js';
import { FileScanner, ScannerSilent } from './file-scanner.js';

const verdict = z.object({ verdict: z.enum(['clean', 'infected']) });
const patience_ms = 20_000;

@Injectable()
export class HttpScanner extends FileScanner {
  async scan(bytes: Buffer): Promise<'clean' | 'infected'> {
    const { SCANNER_URL, SCANNER_KEY } = scannerConfig();
    try {
      const response = await fetchOutside('scanner', 'look at a file', `${SCANNER_URL}/scans`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SCANNER_KEY}`, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
        redirect: 'error',
        signal: AbortSignal.timeout(patience_ms),
      });
      if (!response.ok) throw new ScannerSilent(`status ${response.status}`);
      return verdict.parse(await response.json()).verdict;
    } catch (error) {
      if (error instanceof ScannerSilent) throw error;
      throw new ScannerSilent(error instanceof z.ZodError ? 'its answer is unclear' : 'no answer');
    }
  }
}
