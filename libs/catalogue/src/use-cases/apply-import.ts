import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, DomainError } from '#platform/kernel';
import { GoodsReading, type Prepared, type ReadyGoods } from '../data/desk/goods-reading.js';
import { Drafts } from '../data/drafts.js';
import { Imports, type GoodsNote, type ListingImport, type OpenGoods } from '../data/desk/imports.repository.js';
import { inMakersName } from '../data/desk/in-makers-name.js';
import { pictureAddresses } from '../domain/desk/picture-addresses.js';
import type { GoodsFault } from '../domain/desk/faults.js';
import { ApplyImportJob } from '../domain/desk/import.jobs.js';
import { faultOfRefusal } from '../domain/desk/refusals.js';
import { fail } from '../domain/desk/desk.errors.js';
import { isOpenToChange } from '../domain/listing.states.js';
import { ChangeListing } from './change-listing.js';
import { FetchPictures } from './fetch-pictures.js';
import { ReviseListing } from './revise-listing.js';
import { SubmitListing } from './submit-listing.js';

/** So many drafts are written together. */
const chunk_goods = 200;
/** So many goods that are written one by one, or whose pictures are fetched first, are done before others get their turn. */
const slow_goods = 25;
const asItIs = (): void => undefined;

/** Addresses that were asked for, with why there is no picture. */
type Unfetched = ReadonlyMap<string, string | null>;
type Drafted = ReadonlyMap<ReadyGoods, string | DomainError>;
const hasPictures = ({ said }: OpenGoods): boolean => pictureAddresses(said).addresses.length > 0;
const isSlow = (one: OpenGoods): boolean => one.step === 'revise' || one.step === 'change' || hasPictures(one);

@Injectable()
export class ApplyImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: Imports,
    private readonly reading: GoodsReading,
    private readonly pictures: FetchPictures,
    private readonly drafts: Drafts,
    private readonly reviseListing: ReviseListing,
    private readonly changeListing: ChangeListing,
    private readonly submitListing: SubmitListing,
  ) {}

  /**
   * Has the goods of a checked sheet written after the answer.
   * @param wish.partial  the right ones go in although others are wrong
   * @param wish.submit  drafts that are whole go before the officer
   * @throws import_unknown (404), illegal_transition, import_has_faults (409)
   * @rule S-60
   */
  ask(importId: string, wish: { partial: boolean; submit: boolean }): Promise<void> {
    return this.work.run(async (tx) => {
      const one = await this.imports.lockOwn(tx, importId);
      const counts = await this.imports.counts(tx, importId);
      const goods = (state: string) =>
        counts.filter((each) => each.state === state).reduce((sum, each) => sum + each.goods, 0);
      const wrong = goods('wrong');
      if (one.state === 'checked' && wrong > 0 && !wish.partial)
        throw fail('import_has_faults', { wrong, good: goods('good') });
      await this.imports.move(tx, one, 'apply');
      await this.imports.submitsGoods(tx, importId, wish.submit);
      tx.enqueue(ApplyImportJob, { importId });
    });
  }

  /**
   * The job's part: writes goods in the maker's name, a chunk in each transaction. Cut short, it goes on with the first
   * goods that are not written; goods that are there already are known by their numbers and never made twice.
   * @param onChunk  told the goods written, after each chunk
   * @rule S-60
   */
  async run(importId: string, onChunk: (goods: number) => void = () => undefined): Promise<void> {
    const begun = await this.work.run((tx) => this.imports.take(tx, importId));
    if (begun?.state !== 'applying') return;
    await inMakersName(begun, async () => {
      let after = 0;
      let unfetched: Unfetched = new Map();
      for (;;) {
        const chunk = await this.work.run((tx) => this.oneChunk(tx, begun, after, unfetched));
        if (chunk === null) return;
        unfetched = chunk.toFetch.length > 0 ? await this.fetch(begun, chunk.toFetch) : new Map();
        if (chunk.written === 0) continue;
        after = chunk.upTo;
        onChunk(chunk.written);
      }
    });
  }

  /** Pictures are fetched with no transaction open. @returns each address, with why it could not be had */
  private async fetch({ seller_id }: ListingImport, addresses: readonly string[]): Promise<Unfetched> {
    const failed = await this.pictures.run(seller_id, addresses);
    return new Map(addresses.map((address) => [address, failed.get(address) ?? null]));
  }

  private async next(tx: Tx, { id, submits }: ListingImport, after: number): Promise<OpenGoods[]> {
    const todo = await this.imports.todo(tx, id, after, submits ? slow_goods : chunk_goods);
    let slow = 0;
    return todo.filter((one) => (isSlow(one) ? ++slow : slow) <= slow_goods);
  }

  /**
   * Writes the next goods, unless pictures of theirs were never asked for.
   * @param unfetched  pictures that have just been asked for
   * @returns null when the import is over
   */
  private async oneChunk(
    tx: Tx,
    { id, seller_id }: ListingImport,
    after: number,
    unfetched: Unfetched,
  ): Promise<{ written: number; upTo: number; toFetch: readonly string[] } | null> {
    const now = await this.imports.take(tx, id);
    if (now?.state !== 'applying') return null;
    const todo = (await this.next(tx, now, after)).map((one) => one.said);
    if (todo.length === 0) {
      await this.imports.move(tx, now, 'end');
      return null;
    }
    const prepared = await this.reading.prepare(tx, seller_id, todo);
    const toFetch = prepared.flatMap(({ ready }) => ready?.toFetch ?? []).filter((one) => !unfetched.has(one));
    if (toFetch.length > 0) return { written: 0, upTo: after, toFetch };
    const drafted = await this.draft(tx, seller_id, prepared);
    const notes: GoodsNote[] = [];
    const faults: GoodsFault[] = [];
    for (const one of prepared) {
      const told = await this.written(tx, one, drafted, now.submits);
      notes.push(told.note);
      faults.push(...told.faults, ...(one.ready ? missing(one.ready, unfetched) : []));
    }
    await this.imports.note(tx, id, notes);
    await this.imports.noteFaults(tx, id, faults);
    return { written: todo.length, upTo: notes.at(-1)!.row, toFetch: [] };
  }

  /** All that is new, together. @returns the drafts' ids, or why they are none */
  private async draft(tx: Tx, sellerId: string, prepared: readonly Prepared[]): Promise<Drafted> {
    const fresh = prepared.flatMap(({ ready }) =>
      ready?.step === 'add' && ready.written ? [{ ready, ...ready.written, images: ready.content.images }] : [],
    );
    const told = await this.drafts.add(tx, sellerId, fresh);
    return new Map(fresh.map(({ ready }, i) => [ready, told[i]!]));
  }

  private async written(
    tx: Tx,
    one: Prepared,
    drafted: Drafted,
    submits: boolean,
  ): Promise<{ note: GoodsNote; faults: GoodsFault[] }> {
    const said = one.ready ? one.ready.said : one.said;
    const row = said.rows[0]!.row;
    const refused = (faults: GoodsFault[]) => ({
      note: { row, state: 'refused' as const, step: one.ready?.step ?? null, listing_id: null },
      faults,
    });
    if (!one.ready) return refused(one.faults);
    const { step, content, known } = one.ready;
    try {
      const { listingId, waits } = await this.write(tx, one.ready, drafted);
      const faults: GoodsFault[] = [];
      let is_submitted = false;
      if (submits && (known === null || isOpenToChange(known.state))) {
        const refusal = await this.submitted(tx, listingId);
        if (refusal) faults.push(faultOfRefusal(refusal, said, content));
        else is_submitted = true;
      }
      return { note: { row, state: 'done', step, listing_id: listingId, waits, is_submitted }, faults };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused([faultOfRefusal(error, said, content)]);
    }
  }

  private async write(tx: Tx, ready: ReadyGoods, drafted: Drafted): Promise<{ listingId: string; waits: boolean }> {
    const { step, content, known } = ready;
    if (known === null) {
      const draft = drafted.get(ready);
      assert(draft !== undefined, 'all that is new was written together');
      if (draft instanceof DomainError) throw draft;
      return { listingId: draft, waits: false };
    }
    const { listingId } = known;
    if (step === 'revise') await tx.attempt(() => this.reviseListing.run(listingId, content, asItIs));
    if (step !== 'change') return { listingId, waits: false };
    const { waits } = await tx.attempt(() => this.changeListing.run(listingId, content, asItIs));
    return { listingId, waits };
  }

  private async submitted(tx: Tx, listingId: string): Promise<DomainError | null> {
    try {
      await tx.attempt(() => this.submitListing.run(listingId));
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error;
    }
  }
}

/** Pictures that are not there, told about the goods they were meant for. */
const missing = ({ said, toFetch }: ReadyGoods, unfetched: Unfetched): GoodsFault[] =>
  toFetch.map((address) => ({
    ...{ row: said.rows[0]!.row, column: 'pictures', code: 'picture_unfetched', value: address.slice(0, 60) },
    facts: { why: unfetched.get(address) ?? 'it was not asked' },
  }));
