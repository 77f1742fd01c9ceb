import { z } from 'zod';
import { faultOfForm, faultOfRequest } from './aws-signature.js';
import { Refusal, type Answer, type Call, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

const policyForm = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.record(z.string(), z.string()),
      z.tuple([z.string(), z.union([z.string(), z.int()]), z.union([z.string(), z.int()])]),
    ]),
  ),
});

const escaped = (text: string): string => text.replace(/[<>&]/g, (one) => `&#${one.charCodeAt(0)};`);

/** A no as the store says it. */
const refused = (status: number, code: string, message = code): Refusal =>
  new Refusal({
    status,
    contentType: 'application/xml',
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`,
  });

const nothing = (status: number): Answer => ({ status, body: '', contentType: 'application/xml' });

/**
 * A store that speaks S3, in memory: objects are put, read and removed by signed requests (Signature Version 4), and put by
 * signed forms whose policy it keeps to. Path style. Beside the faults of every simulator it can be out of order (500), too
 * busy (503), and cut what it sends in the middle.
 */
export class S3Simulator extends Simulator {
  readonly name = 's3';
  /** Name of the key; the key itself is the one of all simulators. */
  static readonly keyId = 'simulated';
  private readonly objects = new Map<string, { bytes: Buffer; type: string }>();
  readonly routes: Record<string, Handler> = {
    'PUT /:bucket/:key*': (call) => this.put(call),
    'GET /:bucket/:key*': (call) => this.get(call),
    'DELETE /:bucket/:key*': (call) => this.remove(call),
    'POST /:bucket': (call) => this.take(call),
  };

  constructor() {
    super(['out_of_order', 'too_busy', 'cut_body']);
  }

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  state() {
    return { objects: this.objects.size };
  }

  /** What lies in a bucket, by key. */
  keys(bucket: string): string[] {
    return [...this.objects.keys()]
      .filter((at) => at.startsWith(`${bucket}/`))
      .map((at) => at.slice(bucket.length + 1));
  }

  /** Forms carry their signature in their fields: it is looked at where they are read. */
  override admit(call: Call): void {
    if (this.faults.take('out_of_order', call.route)) throw refused(500, 'InternalError');
    if (this.faults.take('too_busy', call.route)) throw refused(503, 'SlowDown');
    if (call.method === 'POST') return;
    const fault = faultOfRequest(call, S3Simulator.keyId, this.secretKey);
    if (fault !== null) throw refused(403, fault);
  }

  private put(call: Call): Answer {
    this.objects.set(atOf(call), { bytes: call.bytes, type: call.headers['content-type'] ?? 'binary/octet-stream' });
    return nothing(200);
  }

  private get(call: Call): Answer {
    const found = this.objects.get(atOf(call));
    if (found === undefined) throw refused(404, 'NoSuchKey', 'The specified key does not exist.');
    const answer: Answer = { status: 200, body: found.bytes, contentType: found.type };
    return this.faults.take('cut_body', call.route)
      ? { ...answer, cutAfter: Math.floor(found.bytes.length / 2) }
      : answer;
  }

  private remove(call: Call): Answer {
    this.objects.delete(atOf(call));
    return nothing(204);
  }

  private async take(call: Call): Promise<Answer> {
    const form = new Response(new Uint8Array(call.bytes), {
      headers: { 'content-type': call.headers['content-type'] ?? '' },
    });
    // oxlint-disable-next-line typescript/no-deprecated -- warned of for forms without an end; this one is read already
    const sent = await form.formData();
    const fields = new Map<string, string>();
    let file: Buffer | null = null;
    for (const [name, value] of sent) {
      // As there: fields after the file count for nothing.
      if (file !== null) continue;
      const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
      if (name === 'file') file = bytes;
      else fields.set(name.toLowerCase(), bytes.toString());
    }
    if (file === null) throw refused(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
    const fault = faultOfForm(fields, S3Simulator.keyId, this.secretKey);
    if (fault !== null) throw refused(403, fault);
    this.checkPolicy(fields, call.params['bucket'] ?? '', file.length);
    const type = fields.get('content-type') ?? 'binary/octet-stream';
    this.objects.set(`${call.params['bucket']}/${fields.get('key')}`, { bytes: file, type });
    return nothing(Number(fields.get('success_action_status') ?? '204'));
  }

  /** Every field must be named by the policy, and every condition of it must hold. */
  private checkPolicy(fields: ReadonlyMap<string, string>, bucket: string, size: number): void {
    const text: unknown = JSON.parse(Buffer.from(fields.get('policy') ?? '', 'base64').toString());
    const policy = policyForm.parse(text);
    if (new Date(policy.expiration) < new Date())
      throw refused(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');
    const given = new Map([...fields, ['bucket', bucket]]);
    const named = new Set(['policy', 'x-amz-signature', 'bucket']);
    for (const condition of policy.conditions) {
      const [kind, name, value] = Array.isArray(condition)
        ? condition
        : (['eq', `$${Object.keys(condition)[0]}`, Object.values(condition)[0]!] as const);
      if (kind === 'content-length-range') {
        if (size < Number(name)) throw refused(400, 'EntityTooSmall');
        if (size > Number(value)) throw refused(400, 'EntityTooLarge');
        continue;
      }
      const field = String(name).replace(/^\$/, '').toLowerCase();
      named.add(field);
      const is = given.get(field) ?? '';
      const holds = kind === 'eq' ? is === String(value) : kind === 'starts-with' && is.startsWith(String(value));
      if (!holds) throw refused(403, 'AccessDenied', `Invalid according to Policy: Policy Condition failed: ${field}`);
    }
    const extra = [...fields.keys()].find((name) => !named.has(name));
    if (extra !== undefined)
      throw refused(403, 'AccessDenied', `Invalid according to Policy: Extra input fields: ${extra}`);
  }
}

const atOf = (call: Call): string => `${call.params['bucket']}/${call.params['key']}`;
