import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CheckApplicationPapers } from '#sellers';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { apiClient, asOwner, type ApiClient, type Booted } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { identityActors, type SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';
import { makers } from '../../libs/sellers/test/builders/makers.js';
import { openRegisters } from '../../libs/sellers/test/builders/open-sellers.js';

/** The api with the registers it asks and a folder for its files, and the desks of two districts. */
export interface SellersDesk {
  app: NestFastifyApplication;
  api: ApiClient;
  people: ReturnType<typeof identityActors>;
  /** Of Bhagalpur, where those who apply live. */
  officer: SignedInPerson;
  /** Of Varanasi. */
  elsewhere: SignedInPerson;
  /** Where files are kept. */
  media: string;
  /** What the worker does with the job of a first submission. */
  machineChecks(sellerId: string): Promise<void>;
  /** Somebody of Bhagalpur opens an application. @returns its id */
  applies(who: SignedInPerson, sellerClass?: string): Promise<string>;
  /** An application is on the officer's desk, whatever its checks said. */
  takesUp(sellerId: string): Promise<unknown>;
  close(): Promise<void>;
}

export const asSystem = <T>(work: () => Promise<T>): Promise<T> => runAsSystem('test', newId(), work);

/** @param settings  more of the environment, set before the api starts */
export async function openSellersDesk(settings: Record<string, string> = {}): Promise<SellersDesk> {
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  const registries = await openRegisters();
  Object.assign(process.env, { STORAGE_URL: `file:${media}`, ...settings });
  const app = await createApi();
  const api = apiClient(app);
  const people = identityActors(app);
  const make = makers({ get: (token) => app.get(token, { strict: false }), asSystem } as Booted);
  const officer = await people.officer('district_officer', await make.officeOf('bhagalpur'), 'Arjun Test');
  return {
    app,
    api,
    people,
    media,
    officer,
    elsewhere: await people.officer('district_officer', await make.officeOf('varanasi'), 'Usha Test'),
    machineChecks: (sellerId) =>
      asSystem(() => app.get(CheckApplicationPapers, { strict: false }).run({ sellerId, submission: 1 })),
    applies: async (who, sellerClass = 'artisan') => {
      const { body } = await requestsOf(api, who)
        .post('/v1/seller/applications', {
          class: sellerClass,
          name: 'Meena Devi Silk Works',
          district: 'bhagalpur',
          address: { line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
        })
        .expect(201);
      expect(body).toMatchObject({ state: 'draft', class: sellerClass });
      return body.id as string;
    },
    takesUp: (sellerId) =>
      asOwner(`update sellers.seller set desk_id = $2, state = 'under_review' where id = $1`, [
        sellerId,
        officer.organisationId,
      ]),
    close: async () => {
      await app.close();
      await registries.stop();
      rmSync(media, { recursive: true, force: true });
    },
  };
}

/** Requests of somebody who is signed in. */
export const requestsOf = (api: ApiClient, who: SignedInPerson) => ({
  get: (path: string) => api.get(path).set(who.headers),
  post: (path: string, body: object = {}) => api.post(path).set(who.headers).send(body),
  put: (path: string, body: object) => api.put(path).set(who.headers).send(body),
  delete: (path: string) => api.delete(path).set(who.headers),
  upload: (path: string, bytes: Buffer, type = 'application/pdf') =>
    api.post(path).set(who.headers).set('content-type', type).send(bytes),
});
