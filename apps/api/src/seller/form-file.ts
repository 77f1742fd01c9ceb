import { applyDecorators } from '@nestjs/common';
import { fail, Refuses, Takes } from '#platform/http';

/** What a form has around its one file. */
const formFrame_bytes = 8_192;

/** The route takes a file of one of these types, as it is or as the `file` of a form; the handler gets it by `fileOf`. @rule S-48 S-58 */
export const TakesFile = (types: readonly string[], bytes_max: number): MethodDecorator =>
  applyDecorators(Takes([...types, 'multipart/form-data'], bytes_max + formFrame_bytes), Refuses('body_too_large'));

/**
 * The file of a body that is one, or the part called `file` of a form; nothing where there is none.
 * @throws body_too_large (413)
 */
export async function fileOf(bytes: Buffer | undefined, type: string | undefined, bytes_max: number): Promise<Buffer> {
  const file = await partOf(bytes ?? Buffer.alloc(0), type ?? '');
  if (file.length > bytes_max) throw fail('body_too_large');
  return file;
}

async function partOf(bytes: Buffer, type: string): Promise<Buffer> {
  if (!/^multipart\/form-data\b/i.test(type)) return bytes;
  const answer = new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
  // oxlint-disable-next-line typescript/no-deprecated -- warned of for forms without an end; this one is limited and read already
  const form = await answer.formData().catch(() => null);
  const file = form?.get('file');
  return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}
