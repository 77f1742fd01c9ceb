import { ok, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

/** The harmless text by which scanners show that they work; written in two parts so that no scanner takes this file away. */
const testSign = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';

/** A scanner for viruses that knows one: the standard test sign, wherever it stands in a file. */
export class ScannerSimulator extends Simulator {
  readonly name = 'scanner';
  readonly routes: Record<string, Handler> = {
    'POST /scans': ({ bytes }) => {
      this.scanned += 1;
      const found = bytes.includes(testSign);
      return ok({ verdict: found ? 'infected' : 'clean', signature: found ? 'Eicar-Test-Signature' : null });
    },
  };
  private scanned = 0;

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  state() {
    return { filesScanned: this.scanned };
  }
}
