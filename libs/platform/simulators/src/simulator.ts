import { timingSafeEqual } from 'node:crypto';
import { FaultSwitch, seededRandom, type Fault } from './fault-switch.js';
import {
  refuse,
  SimulatedHttp,
  type Call,
  type Handler,
  type Refusal,
  type SimulatedService,
} from './simulated-http.js';

/** What every simulator has: a name, faults, a key for its callers, and a server of its own when a test wants one. */
export abstract class Simulator implements SimulatedService {
  abstract readonly name: string;
  abstract readonly routes: Record<string, Handler>;
  readonly faults: FaultSwitch;
  protected secretKey = '';
  private http: SimulatedHttp | null = null;

  /** @param seed where chance starts, so that a bad day can be lived again */
  constructor(ownFaults: readonly string[] = [], seed = 1) {
    this.faults = new FaultSwitch(ownFaults, seededRandom(seed));
  }

  /** What `GET /_control` shows. */
  abstract state(): unknown;

  /** Opens a server on loopback with this simulator at its root. @param port 0: any free one */
  protected async open(port = 0): Promise<void> {
    this.http = new SimulatedHttp().mount('', this);
    await this.http.start(port);
  }

  /** @throws when it has no server of its own */
  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  /** How often a route was called, refused calls included, e.g. 'POST /v1/refunds'. */
  calls(route: string): number {
    return this.server.calls.get(`${this.name} ${route}`) ?? 0;
  }

  fault(fault: Fault): void {
    this.faults.set(fault);
  }

  admit(call: Call): void {
    const shown = Buffer.from(call.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.secretKey}`);
    if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted)) throw this.stranger();
  }

  /** The refusal for a caller without a valid key. */
  protected stranger(): Refusal {
    return refuse(401, 'unauthorised', 'The key is missing or wrong.');
  }

  /** Safe to call twice. */
  async stop(): Promise<void> {
    const { http } = this;
    this.http = null;
    await http?.stop();
  }

  private get server(): SimulatedHttp {
    if (this.http === null) throw new Error(`${this.name} was not started`);
    return this.http;
  }
}
