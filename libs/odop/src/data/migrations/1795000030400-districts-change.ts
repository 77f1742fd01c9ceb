import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Districts are renamed, divided and merged by order; what was called what and lay where before is kept. */
export class DistrictsChange1795000030400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.orders(db);
    await this.past(db);
    await this.published(db);
    await db.query(`
      alter table odop.pincode drop constraint pincode_basis,
        add constraint pincode_basis check
          (basis in ('agree', 'name', 'point', 'agree_presplit', 'name_presplit', 'point_presplit', 'order'))`);
    // A former name that becomes the name again is an alias no longer.
    await db.query(`grant delete on odop.district_alias to odop_app`);
    await db.query(`
      create or replace view odop.v_district as
        select d.id, d.slug, d.name, d.state_code, s.name as state_name, s.gst_code, d.lgd_code,
               d.latitude_deg, d.longitude_deg, d.valid_from, d.valid_to, d.parent_id, d.merged_into_id
          from odop.district d join odop.state s on s.code = d.state_code`);
  }

  /** Which registered GIs an entry belongs to: badges of goods rest on it. */
  private async published(db: QueryRunner): Promise<void> {
    await db.query(`create view odop.v_entry_gi as select entry_id, gi_id from odop.entry_gi`);
    await db.query(`grant select on odop.v_entry_gi to odop_app`);
  }

  private async orders(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.district_order (
        id              uuid primary key,
        kind            text not null constraint district_order_kind check (kind in ('rename', 'split', 'merge')),
        district_id     uuid not null constraint district_order_of_district references odop.district,
        effective_from  date not null,
        order_no        text not null,
        ordered_on      date,
        reason          text not null,
        plan            jsonb not null,
        proposed_by     uuid,
        proposed_at     timestamptz not null,
        decision        text constraint district_order_decision check (decision in ('confirmed', 'refused')),
        decided_by      uuid,
        decided_at      timestamptz,
        decision_reason text,
        applied_at      timestamptz,
        constraint district_order_is_decided
          check ((decision is null) = (decided_at is null) and (decision is null) = (decision_reason is null)),
        constraint district_order_applied_once_confirmed check (applied_at is null or decision = 'confirmed')
      )`);
    await db.query(`
      create unique index district_order_one_open on odop.district_order (district_id)
        where applied_at is null and decision is distinct from 'refused'`);
    await db.query(`
      create index district_order_due on odop.district_order (effective_from)
        where applied_at is null and decision = 'confirmed'`);
    await db.query(`create index district_order_newest on odop.district_order (proposed_at desc, id desc)`);
    await db.query(`grant select, insert, update on odop.district_order to odop_app`);
  }

  /** `until` is the first legal day it was no more so. */
  private async past(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.district_former_name (
        district_id  uuid not null constraint district_former_name_of_district references odop.district,
        until        date not null,
        name         text not null,
        primary key (district_id, until)
      )`);
    await db.query(`
      create table odop.entry_former_place (
        entry_id     uuid not null constraint entry_former_place_of_entry references odop.entry,
        until        date not null,
        district_id  uuid not null constraint entry_former_place_is_district references odop.district,
        primary key (entry_id, until)
      )`);
    await db.query(`
      create table odop.pincode_former_place (
        pincode      text not null constraint pincode_former_place_of_pincode references odop.pincode,
        until        date not null,
        district_id  uuid not null constraint pincode_former_place_is_district references odop.district,
        primary key (pincode, until)
      )`);
    await db.query(`
      grant select, insert on odop.district_former_name, odop.entry_former_place, odop.pincode_former_place to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view odop.v_entry_gi, odop.v_district`);
    await db.query(`
      create view odop.v_district as
        select d.id, d.slug, d.name, d.state_code, s.name as state_name, s.gst_code, d.lgd_code,
               d.latitude_deg, d.longitude_deg, d.valid_from, d.valid_to
          from odop.district d join odop.state s on s.code = d.state_code`);
    await db.query(`grant select on odop.v_district to odop_app`);
    await db.query(`revoke delete on odop.district_alias from odop_app`);
    await db.query(`drop table odop.pincode_former_place, odop.entry_former_place, odop.district_former_name`);
    await db.query(`drop table odop.district_order`);
    await db.query(`update odop.pincode set basis = 'agree' where basis = 'order'`);
    await db.query(`
      alter table odop.pincode drop constraint pincode_basis,
        add constraint pincode_basis check
          (basis in ('agree', 'name', 'point', 'agree_presplit', 'name_presplit', 'point_presplit'))`);
  }
}
