import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { readOdopSeed, type OdopSeed } from '../data/seed-files.js';
import { foldName } from '../domain/fold.js';
import { districtId, giId, odopEntryId } from '../domain/seed-id.js';

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
  constructor(private readonly work: UnitOfWork) {}

  /** @returns what was added, in words */
  run(): Promise<string> {
    const seed = readOdopSeed();
    return this.work.run(async (tx) => {
      const added = {
        States: await addStates(tx, seed),
        districts: await addDistricts(tx, seed),
        'other names': await addAliases(tx, seed),
        'PIN codes': await addPincodes(tx, seed),
        'GI names': await addGi(tx, seed),
        'ODOP entries': await addEntries(tx, seed),
      };
      const news = Object.entries(added).filter(([, count]) => count > 0);
      if (news.length === 0) return 'nothing new';
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

function addAliases(tx: Tx, seed: OdopSeed): Promise<number> {
  return add(
    tx,
    `insert into odop.district_alias (state_code, alias_folded, alias, district_id)
     select r.state, r.folded, r.alias, d.id
       from jsonb_to_recordset($1::jsonb) as r(state text, folded text, alias text, district text)
       join odop.district d on d.slug = r.district
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
       insert into odop.entry (id, district_id, list, slug, product, sector, rank, position, gi_published, takes_listings,
                               state, state_since, effective_from, source)
       select r.id, d.id, 'dpiit_odop', r.slug, r.product, r.sector, r.rank, r.position, r.gi, r.listings, 'live', $6, $2, $3
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

function add(tx: Tx, sql: string, rows: readonly object[], more: readonly unknown[] = []): Promise<number> {
  return tx.run(sql, [JSON.stringify(rows), ...more]);
}
