import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectPurchaseToPaidBill1795000080000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema procurement`);
    await db.query(`grant usage on schema procurement to odop_app`);
    await this.demand(db);
    await this.contract(db);
    await this.acceptance(db);
    await this.bill(db);
    await db.query(`
      create table procurement.number_series (
        series          text not null,
        financial_year  text not null,
        last            bigint not null,
        primary key (series, financial_year)
      )`);
    await db.query(`grant select, insert, update on all tables in schema procurement to odop_app`);
  }

  private async demand(db: QueryRunner): Promise<void> {
    await db.query(`
      create table procurement.demand (
        id              uuid primary key,
        office_id       uuid not null,
        title           text not null,
        odop_entry_id   uuid,
        quantity        integer not null constraint demand_quantity check (quantity > 0),
        consignee_id    uuid not null,
        to_pincode      text not null,
        delivery_days   integer not null,
        estimate_paise  bigint not null constraint demand_estimate check (estimate_paise > 0),
        rail            text not null,
        budget_head     text not null,
        state           text not null constraint demand_state check (state in (
                          'draft', 'approval_pending', 'funds_pending', 'approved', 'order_placed', 'fulfilled', 'withdrawn')),
        raised_by       uuid not null,
        approved_by     uuid,
        funds_attempt   integer not null,
        funds_block     text,
        funds_refusal   text,
        version         integer not null,
        made_at         timestamptz not null
      )`);
    await db.query(`create index demand_by_office on procurement.demand (office_id, id)`);
    await this.onlyFor(db, 'demand', 'office_id');
  }

  private async contract(db: QueryRunner): Promise<void> {
    await db.query(`
      create table procurement.contract (
        id                uuid primary key,
        number            text not null constraint contract_number unique,
        sanction_number   text not null constraint sanction_number unique,
        demand_id         uuid not null references procurement.demand (id),
        method            text not null,
        office_id         uuid not null,
        seller_id         uuid not null,
        offer_id          uuid not null,
        title             text not null,
        category          text not null,
        quantity          integer not null,
        weight_g          integer not null,
        unit_price_paise  bigint not null,
        total_paise       bigint not null,
        consignee_id      uuid not null,
        to_pincode        text not null,
        ordered_by        uuid not null,
        justification     text,
        policy            jsonb not null,
        state             text not null constraint contract_state check (state in (
                            'issued', 'accepted', 'dispatched', 'delivered', 'settled', 'completed', 'declined', 'lapsed')),
        deliver_by        timestamptz not null,
        due_at            timestamptz,
        version           integer not null,
        made_at           timestamptz not null,
        constraint contract_total check (total_paise = unit_price_paise * quantity and total_paise > 0)
      )`);
    await db.query(`create index contract_by_office on procurement.contract (office_id, id)`);
    await db.query(`create index contract_by_seller on procurement.contract (seller_id, id)`);
    await db.query(`create index contract_by_demand on procurement.contract (demand_id)`);
    await db.query(`create index contract_for_splitting on procurement.contract (office_id, category, made_at)`);
    await db.query(`create index contract_due on procurement.contract (due_at) where due_at is not null`);
    await this.onlyFor(db, 'contract', 'office_id, seller_id');
  }

  private async acceptance(db: QueryRunner): Promise<void> {
    await db.query(`
      create table procurement.acceptance (
        shipment_id   uuid primary key,
        contract_id   uuid not null references procurement.contract (id) constraint acceptance_once_per_contract unique,
        office_id     uuid not null,
        seller_id     uuid not null,
        consignee_id  uuid not null,
        state         text not null constraint acceptance_state check (state in (
                        'delivered', 'received', 'accepted_full', 'accepted_part', 'rejected', 'deemed_accepted')),
        ordered       integer not null,
        accepted      integer,
        rejected      integer,
        short         integer,
        reason        text,
        delivered_at  timestamptz not null,
        received_at   timestamptz,
        received_by   uuid,
        judged_at     timestamptz,
        judged_by     uuid,
        due_at        timestamptz,
        constraint acceptance_adds_up check (accepted is null or accepted + rejected + short = ordered)
      )`);
    await db.query(`create index acceptance_by_office on procurement.acceptance (office_id, shipment_id)`);
    await db.query(`create index acceptance_due on procurement.acceptance (due_at) where due_at is not null`);
    await this.onlyFor(db, 'acceptance', 'office_id, seller_id');
  }

  private async bill(db: QueryRunner): Promise<void> {
    await db.query(`
      create table procurement.bill (
        id             uuid primary key,
        number         text not null,
        contract_id    uuid not null references procurement.contract (id) constraint bill_once_per_contract unique,
        office_id      uuid not null,
        seller_id      uuid not null,
        state          text not null constraint bill_state check (state in ('under_bill', 'billed', 'sent', 'paid')),
        gross_paise    bigint not null,
        damages_paise  bigint not null,
        net_paise      bigint not null,
        late_days      integer not null,
        raised_by      uuid not null,
        certified_by   uuid,
        sent_by        uuid,
        payment_attempt integer not null,
        payment_id     text,
        refusal        text,
        voucher        text,
        utr            text,
        pay_by         timestamptz not null,
        made_at        timestamptz not null,
        paid_at        timestamptz,
        constraint bill_adds_up check (gross_paise = net_paise + damages_paise and net_paise > 0 and damages_paise >= 0)
      )`);
    await db.query(`create index bill_by_office on procurement.bill (office_id, id)`);
    await this.onlyFor(db, 'bill', 'office_id, seller_id');
  }

  private async onlyFor(db: QueryRunner, table: string, parties: string): Promise<void> {
    await db.query(`alter table procurement.${table} enable row level security, force row level security`);
    await db.query(`create policy parties_only on procurement.${table} using (platform.may_see(${parties}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema procurement cascade`);
  }
}
