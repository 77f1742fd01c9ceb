import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { readOdopSeed, type OdopSeed } from '../data/seed-files.js';
import { SearchWords } from '../data/search-words.js';
import { gatherStatistics } from '../data/statistics.js';
import { foldName } from '../domain/fold.js';
import { districtId, giId, infrastructureId, odopEntryId } from '../domain/seed-id.js';

const odopList = {
  source: 'odop-v31',
  effective_from: '2025-07-01',
  title: 'List of ODOP products, version 31, July 2025',
};
const giList = 'gi-list-2025';

/**
 * Loads the reference facts: one statement a table, so that all 22 thousand rows come in about a second.
 *
 * It only adds what is missing: run again it changes nothing, and what an officer or an import has changed since stays so.
 * @rule R-7.2
 */
@Injectable()
export class SeedOdop {
  constructor(
    private readonly work: UnitOfWork,
    private readonly words: SearchWords,
  ) {}

  /** @returns what was added, in words */
  run(): Promise<string> {
    const seed = readOdopSeed();
    return this.work.run(async (tx) => {
      const added = {
        States: await addStates(tx, seed),
        districts: await addDistricts(tx, seed),
        'dates and parents of districts': await addOrigins(tx, seed),
        'other names': await addAliases(tx, seed),
        'PIN codes': await addPincodes(tx, seed),
        'GI names': await addGi(tx, seed),
        'ODOP entries': await addEntries(tx, seed),
        'other names of products': await addEntryNames(tx, seed),
        'GIs of products': await addEntryGi(tx, seed),
        proposals: await addProposals(tx, seed),
        'places that support makers': await addInfrastructure(tx, seed),
        stories: await addStories(tx, seed),
      };
      for (const table of ['district', 'entry', 'gi'] as const) await this.words.refresh(tx, table, null);
      const news = Object.entries(added).filter(([, count]) => count > 0);
      if (news.length === 0) return 'nothing new';
      await gatherStatistics(tx);
      tx.audit({ action: 'odop.seeded', object: { kind: 'odop.seed', id: odopList.source }, after: added });
      return `added ${news.map(([what, count]) => `${count} ${what}`).join(', ')}`;
    });
  }
}

function addStates(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.state (code, name, kind, lgd_code, gst_code, aka)
     select r.code, r.name, r.kind, r.lgd, r.gst, r.aka
       from jsonb_to_recordset($1::jsonb) as r(code text, name text, kind text, lgd smallint, gst text, aka text[])
     on conflict do nothing`,
    seed.states,
  );
}

function addDistricts(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.district (id, slug, state_code, name, name_folded, lgd_code, lgd_source, latitude_deg, longitude_deg,
                                point_source, valid_from, valid_to)
     select r.id, r.slug, r.state, r.name, r.folded, r.lgd, r.lgd_source, r.lat, r.lon, r.point, r.valid_from, r.valid_to
       from jsonb_to_recordset($1::jsonb)
         as r(id uuid, slug text, state text, name text, folded text, lgd integer, lgd_source text, lat double precision,
              lon double precision, point text, valid_from date, valid_to date)
     on conflict do nothing`,
    seed.districts.map((row) => ({ ...row, id: districtId(row.slug), folded: foldName(row.name) })),
  );
}

/** Which district it was divided from and since when there is one, where neither an order nor an earlier seed has said so. */
function addOrigins(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `update odop.district d
        set parent_id = coalesce(d.parent_id, p.id), valid_from = coalesce(d.valid_from, r.valid_from)
       from jsonb_to_recordset($1::jsonb) as r(slug text, parent text, valid_from date)
       left join odop.district p on p.slug = r.parent
      where d.slug = r.slug and d.valid_to is null
        and (d.parent_id is null and p.id is not null or d.valid_from is null and r.valid_from is not null)`,
    seed.districts.filter(({ parent, valid_from }) => parent !== null || valid_from !== null),
  );
}

function addAliases(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.district_alias (state_code, alias_folded, alias, district_id)
     select r.state, r.folded, r.alias, d.id
       from jsonb_to_recordset($1::jsonb) as r(state text, folded text, alias text, district text)
       join odop.district d on d.slug = r.district
      where not exists (select from odop.district x where x.state_code = r.state and x.name_folded = r.folded)
     on conflict do nothing`,
    seed.districts.flatMap((row) =>
      row.aka.map((alias) => ({ state: row.state, folded: foldName(alias), alias, district: row.slug })),
    ),
  );
}

function addPincodes(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.pincode (pincode, district_id, basis)
     select p.pincode, d.id, r.basis
       from jsonb_to_recordset($1::jsonb) as r(district text, basis text, pincodes text[])
       join odop.district d on d.slug = r.district,
            unnest(r.pincodes) as p(pincode)
     on conflict do nothing`,
    seed.pincodes,
  );
}

function addGi(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.gi (id, slug, name, goods_class, state_codes, application_no, list_no, source)
     select r.id, r.slug, r.name, r.class, r.states, r.application_no, r.list_no, $2
       from jsonb_to_recordset($1::jsonb)
         as r(id uuid, slug text, name text, class text, states text[], application_no integer, list_no integer)
     on conflict do nothing`,
    seed.gi.map((row) => ({ ...row, id: giId(row.slug) })),
    [giList],
  );
}

/** The list as published is in force: each entry starts live, with one line of history that says why. */
function addEntries(tx: Tx, seed: OdopSeed): Promise<number> {
  const seen = new Map<string, number>();
  const entries = seed.entries.map((row) => {
    const position = (seen.get(row.district) ?? 0) + 1;
    seen.set(row.district, position);
    return { ...row, id: odopEntryId(row.district, row.slug), position };
  });
  return add(
    tx,
    `with added as (
       insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published, takes_listings,
                               state, state_since, effective_from, source)
       select r.id, d.id, d.slug, 'dpiit_odop', r.slug, r.product, r.sector, r.rank, r.position, r.gi, r.listings, 'live', $6, $2, $3
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, district text, slug text, product text, sector text, rank text, position smallint, gi boolean,
                listings boolean)
         join odop.district d on d.slug = r.district
       on conflict do nothing
       returning id)
     insert into odop.entry_history (entry_id, seq, event, to_state, actor, reason, at)
     select id, 1, 'publish', 'live', $4, $5, $6 from added`,
    entries,
    [odopList.effective_from, odopList.source, tx.actor.label, odopList.title, tx.now],
  );
}

function addEntryNames(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.entry_name (entry_id, lang, name, kind, source)
     select r.id, r.lang, r.name, r.kind, r.source
       from jsonb_to_recordset($1::jsonb) as r(id uuid, lang text, name text, kind text, source text)
     on conflict do nothing`,
    seed.entryNames.map((row) => ({ ...row, id: odopEntryId(row.district, row.entry) })),
  );
}

function addEntryGi(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.entry_gi (entry_id, gi_id)
     select r.id, r.gi from jsonb_to_recordset($1::jsonb) as r(id uuid, gi uuid)
     on conflict do nothing`,
    seed.entryGi.map((row) => ({ id: odopEntryId(row.district, row.entry), gi: giId(row.gi) })),
  );
}

/**
 * Products that publications of the programme name and the list does not: they lie on the State's desk, with their source.
 * Their dossiers are not whole, so the State can only return or reject them until the district has completed them.
 * @rule SM-2
 */
function addProposals(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `with given as (
       select r.*, d.id as district_id,
              (select coalesce(max(x.position), 0) + 1 from odop.entry x where x.district_id = d.id) as position
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, district text, slug text, product text, sector text, gi uuid, source text)
         join odop.district d on d.slug = r.district
     ), added as (
       insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                               takes_listings, state, state_since, source)
       select id, district_id, district, 'dpiit_odop', slug, product, sector, 'other', position, gi is not null,
              true, 'district_reviewed', $2, source
         from given
       on conflict do nothing
       returning id
     ), told as (
       insert into odop.entry_history (entry_id, seq, event, to_state, actor, reason, at)
       select id, 1, 'propose', 'district_reviewed', $3, $4, $2 from added
     ), tied as (
       insert into odop.entry_gi (entry_id, gi_id) select g.id, g.gi from given g join added using (id) where g.gi is not null
     ), shown as (
       insert into odop.entry_evidence (id, entry_id, kind, title, issuer, added_at)
       select id, id, 'publication', 'Publications of the programme that name this product', 'ODOP programme', $2 from added
     )
     select id from added`,
    seed.proposals.map((row) => ({
      ...row,
      id: odopEntryId(row.district, row.slug),
      gi: row.gi === null ? null : giId(row.gi),
    })),
    [tx.now, tx.actor.label, 'Named in publications of the programme, but not on its list; the State decides.'],
  );
}

function addInfrastructure(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.infrastructure (id, slug, kind, name, district_id, status, is_sample, source)
     select r.id, r.slug, r.kind, r.name, d.id, r.status, r.sample, r.source
       from jsonb_to_recordset($1::jsonb)
         as r(id uuid, slug text, kind text, name text, district text, status text, sample boolean, source text)
       join odop.district d on d.slug = r.district
     on conflict do nothing`,
    seed.infrastructure.map((row) => ({ ...row, id: infrastructureId(row.slug) })),
  );
}

/** What a district has told of its product stays; only where it has told nothing the first stories stand in. @rule R-7.4 */
function addStories(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.entry_story (entry_id, lang, title, body, craft, materials, steps, sustainability, quotes, images,
                                   updated_at)
     select r.id, r.lang, r.title, r.body, r.craft, r.materials, r.steps, r.sustainability, '[]', '[]', $2::date
       from jsonb_to_recordset($1::jsonb)
         as r(id uuid, lang text, title text, body text, craft text, materials text[], steps text[], sustainability text)
     on conflict do nothing`,
    seed.stories.entries.flatMap(({ district, entry, stories }) =>
      stories.map((told) => ({ ...told, id: odopEntryId(district, entry) })),
    ),
    [seed.stories.compiled],
  );
}

function add(tx: Tx, sql: string, rows: readonly object[], more: readonly unknown[] = []): Promise<number> {
  return tx.run(sql, [JSON.stringify(rows), ...more]);
}
