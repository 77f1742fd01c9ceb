import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A side of a contract accuses the other, or the platform does; both read it, the incident desk decides (R-3.15 … ). */
export class IncidentsAreRaised1795000124000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table procurement.incident (
        id                 uuid primary key,
        number             text not null constraint incident_number unique,
        contract_id        uuid not null constraint incident_of_contract references procurement.contract (id),
        office_id          uuid not null,
        seller_id          uuid not null,
        raised_by          text not null,
        raised_by_person   uuid,
        raised_at          timestamptz not null,
        accused            text not null,
        fault              text not null constraint incident_fault check (fault in (
                             'wrong_category', 'late_reply', 'wrong_specification', 'late_supply', 'short_supply',
                             'declined_orders', 'non_delivery', 'warranty_refused', 'forged_documents', 'counterfeit',
                             'false_claim', 'collusion', 'unjust_rejection', 'no_certificate', 'late_payment',
                             'restrictive_terms', 'splitting')),
        words              text not null,
        state              text not null constraint incident_state check (state in (
                             'open', 'responded', 'escalated', 'scn_issued', 'under_decision', 'action', 'appeal',
                             'resolved', 'closed')),
        due_at             timestamptz,
        reply              text,
        replied_at         timestamptz,
        office_settled_at  timestamptz,
        seller_settled_at  timestamptz,
        escalated_at       timestamptz,
        notice             text,
        notice_at          timestamptz,
        answer_by          timestamptz,
        answer             text,
        answered_at        timestamptz,
        decided_by         uuid,
        decided_at         timestamptz,
        decision           text,
        severity           text,
        occurrence         integer,
        appeal             text,
        appealed_at        timestamptz,
        appeal_decision    text,
        appeal_decided_at  timestamptz,
        outcome            text,
        version            integer not null,
        constraint incident_raiser
          check (raised_by in ('buyer', 'seller', 'platform') and accused in ('buyer', 'seller')),
        constraint incident_outcome
          check ((outcome is not null) = (state in ('action', 'appeal', 'resolved', 'closed')))
      )`);
    await db.query(`create index incident_by_contract on procurement.incident (contract_id, id)`);
    await db.query(`create index incident_by_office on procurement.incident (office_id, id)`);
    await db.query(`create index incident_by_seller on procurement.incident (seller_id, id)`);
    await db.query(`create index incident_by_state on procurement.incident (state, id)`);
    await db.query(`create index incident_due on procurement.incident (due_at) where due_at is not null`);
    await db.query(`
      create unique index incident_once_open on procurement.incident (contract_id, raised_by, fault)
        where state in ('open', 'responded', 'escalated', 'scn_issued', 'under_decision')`);
    await db.query(`grant select, insert, update on procurement.incident to odop_app`);
    await db.query(`alter table procurement.incident enable row level security, force row level security`);
    await db.query(`create policy parties_only on procurement.incident using (platform.may_see(office_id, seller_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table procurement.incident`);
  }
}
