import type { S3Client } from '@aws-sdk/client-s3';
import { assert } from '#platform/kernel';
import { callOurs } from '#platform/observability';
import { bucketOf, type StorageSettings } from './config.js';
import { keyForm, ObjectStore, type SignedUpload, type UploadTerms } from './object-store.js';
import { StoreAway } from './store-away.js';

/** One request, its answer's body included; then once more, as often as this in all. */
const patience_ms = 10_000;
const attempts = 3;

/** A bucket of a store that speaks S3. Its library is loaded at the first file: it is large. */
export class S3Store extends ObjectStore {
  private opened: Promise<S3Client> | null = null;

  constructor(private readonly settings: StorageSettings) {
    super();
  }

  get place(): string {
    const { S3_ENDPOINT, S3_REGION } = this.settings;
    return `bucket ${this.bucket} at ${S3_ENDPOINT ?? S3_REGION}`;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const command = new PutObjectCommand({
      ...this.at(key),
      Body: bytes,
      ContentLength: bytes.length,
      ContentType: 'application/octet-stream',
    });
    await this.asked('keep a file', async (client) =>
      client.send(command, { abortSignal: AbortSignal.timeout(patience_ms) }),
    );
  }

  async get(key: string): Promise<Buffer | null> {
    const { GetObjectCommand, NoSuchKey } = await import('@aws-sdk/client-s3');
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.asked('give a file', async (client) => {
          const abortSignal = AbortSignal.timeout(patience_ms);
          const { Body, ContentLength } = await client.send(new GetObjectCommand(this.at(key)), { abortSignal });
          const bytes = Buffer.from(await Body!.transformToByteArray());
          if (ContentLength !== undefined && ContentLength !== bytes.length) throw new Error('the body was cut');
          return bytes;
        });
      } catch (error) {
        if (error instanceof StoreAway && error.cause instanceof NoSuchKey) return null;
        // The library tries again until an answer begins; one that is cut off is asked for again here.
        if (attempt === attempts || !(error instanceof StoreAway) || isAnswer(error.cause)) throw error;
      }
    }
  }

  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await this.asked('remove a file', async (client) =>
      client.send(new DeleteObjectCommand(this.at(key)), { abortSignal: AbortSignal.timeout(patience_ms) }),
    );
  }

  /** A form whose signed policy names the key, the kind and the size: the store itself refuses anything else. */
  async invite(key: string, { type, size_bytes, until }: UploadTerms): Promise<SignedUpload> {
    const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');
    const { url, fields } = await createPresignedPost(await this.client(), {
      ...this.at(key),
      Fields: { 'Content-Type': type, success_action_status: '204' },
      Conditions: [
        ['content-length-range', size_bytes, size_bytes],
        ['eq', '$Content-Type', type],
      ],
      Expires: Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000)),
    });
    return { method: 'POST', url, headers: {}, fields };
  }

  private async asked<T>(what: string, work: (client: S3Client) => Promise<T>): Promise<T> {
    const client = await this.client();
    return callOurs('object store', what, () => work(client), isAnswer).catch((error: unknown) => {
      throw new StoreAway(what, error);
    });
  }

  private client(): Promise<S3Client> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<S3Client> {
    const { S3Client: Client } = await import('@aws-sdk/client-s3');
    const { S3_ENDPOINT, S3_REGION, S3_PATH_STYLE, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = this.settings;
    // Node 20 is named where the versions are; a line at every start would say nothing new.
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
    return new Client({
      region: S3_REGION,
      forcePathStyle: S3_PATH_STYLE,
      maxAttempts: attempts,
      credentials: { accessKeyId: S3_ACCESS_KEY_ID!, secretAccessKey: S3_SECRET_ACCESS_KEY! },
      // Checksums beyond the signed hash of the body are not known to every store that speaks S3.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 3_000, requestTimeout: patience_ms },
      ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT }),
    });
  }

  private get bucket(): string {
    return bucketOf(this.settings.STORAGE_URL)!;
  }

  private at(key: string): { Bucket: string; Key: string } {
    assert(keyForm.test(key), 'a storage key has the form we gave it');
    return { Bucket: this.bucket, Key: key };
  }
}

/** Their answer "no": asking again would change nothing. */
const isAnswer = (error: unknown): boolean => {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500;
};
