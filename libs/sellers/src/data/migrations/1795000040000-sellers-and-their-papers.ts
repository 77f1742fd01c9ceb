import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SellersAndTheirPapers1795000040000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema sellers`);
    await db.query(`grant usage on schema sellers to odop_app`);
    await this.seller(db);
    await this.evidence(db);
    await this.history(db);
    await this.walls(db);
    await this.published(db);
  }

  /** What everybody may know of a seller; her papers are in tables of their own, behind the second wall. */
  private async seller(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.seller (
        id                  uuid primary key constraint seller_is_organisation references identity.organisation,
        applicant_id        uuid not null,
        class               text not null constraint seller_class check
                            (class in ('artisan', 'weaver', 'shg', 'fpo_company', 'fpo_cooperative', 'micro_small',
                                       'startup', 'other')),
        name                text not null,
        district_id         uuid not null constraint seller_in_district references odop.district,
        state_code          text not null,
        pincode             text not null,
        place               text not null,
        address_sealed      bytea not null,
        state               text not null constraint seller_state check
                            (state in ('draft', 'submitted', 'under_review', 'needs_correction', 'lapsed', 'verified',
                                       'rejected', 'active', 'restricted', 'moratorium', 'suspended', 'debarred',
                                       'closed')),
        state_since         timestamptz not null,
        submission          integer not null default 0,
        desk_id             uuid,
        above_desk_id       uuid,
        escalated_at        timestamptz,
        due_at              timestamptz,
        gst_status          text constraint seller_gst_status check
                            (gst_status in ('registered', 'composition', 'enrolled_unregistered', 'exempt')),
        gstin               text,
        manufacturer_key    text not null,
        consent_notice      text,
        consent_at          timestamptz,
        verified_at         timestamptz,
        version             integer not null default 1,
        created_at          timestamptz not null,
        constraint seller_sells_under_a_gst_status
          check (state not in ('verified', 'active', 'restricted') or gst_status is not null)
      )`);
    await db.query(`create index seller_by_desk on sellers.seller (desk_id, state, state_since, id)`);
    await db.query(`create index seller_by_above_desk on sellers.seller (above_desk_id, state, state_since, id)`);
    await db.query(`create index seller_due on sellers.seller (due_at) where due_at is not null`);
    await db.query(`
      create unique index seller_one_application_each on sellers.seller (applicant_id)
        where state in ('draft', 'submitted', 'under_review', 'needs_correction')`);
    await db.query(`create index seller_by_applicant on sellers.seller (applicant_id)`);
    await db.query(`grant select, insert, update on sellers.seller to odop_app`);
  }

  private async evidence(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.evidence (
        id            uuid primary key,
        seller_id     uuid not null constraint evidence_of_seller references sellers.seller,
        kind          text not null constraint evidence_kind check
                      (kind in ('authorised_person', 'pan', 'pehchan_card', 'weaver_id', 'shg_code', 'registration',
                                'producer_register', 'udyam', 'dpiit', 'gst', 'itr', 'bank_account', 'fssai', 'gi_user',
                                'land_border')),
        value_sealed  bytea not null,
        hint          text not null,
        claim_hash    bytea,
        claimed       boolean not null default false,
        valid_to      date,
        finding       text not null default 'unchecked' constraint evidence_finding check
                      (finding in ('unchecked', 'passed', 'manual', 'failed', 'confirmed')),
        note          text,
        found_at      timestamptz,
        given_at      timestamptz not null,
        replaced_at   timestamptz,
        constraint evidence_claims_something check (not claimed or claim_hash is not null)
      )`);
    await db.query(
      `create unique index evidence_current on sellers.evidence (seller_id, kind) where replaced_at is null`,
    );
    await db.query(`create unique index evidence_claimed_once on sellers.evidence (kind, claim_hash) where claimed`);
    await db.query(`grant select, insert, update on sellers.evidence to odop_app`);
  }

  /** What happened to a seller, by whom and why; never changed, never deleted. */
  private async history(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.seller_history (
        seller_id        uuid not null constraint seller_history_of_seller references sellers.seller,
        seq              integer not null constraint seller_history_counts_from_one check (seq >= 1),
        event            text not null,
        from_state       text,
        to_state         text not null,
        person_id        uuid,
        organisation_id  uuid,
        actor            text not null,
        reason           text,
        at               timestamptz not null,
        primary key (seller_id, seq)
      )`);
    await db.query(`grant select, insert on sellers.seller_history to odop_app`);
  }

  /** Papers and history: for the applicant, the seller's people, and the desks that review her (S-43). */
  private async walls(db: QueryRunner): Promise<void> {
    for (const table of ['evidence', 'seller_history']) {
      const rule = `exists (
        select 1 from sellers.seller s
         where s.id = ${table}.seller_id and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`;
      await db.query(`alter table sellers.${table} enable row level security`);
      await db.query(`alter table sellers.${table} force row level security`);
      await db.query(`create policy parties on sellers.${table} using (${rule}) with check (${rule})`);
    }
  }

  private async published(db: QueryRunner): Promise<void> {
    await db.query(`
      create view sellers.v_seller as
        select id as seller_id, name, class, state, state in ('verified', 'active', 'restricted') as is_selling,
               district_id, state_code, pincode, place, gst_status, gstin, manufacturer_key, verified_at
          from sellers.seller`);
    await db.query(`grant select on sellers.v_seller to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema sellers cascade`);
  }
}
