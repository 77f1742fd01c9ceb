import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each look at the providers' own lists, and what one side had that the other had not: kept until somebody has explained it (S-8). */
export class OurBooksAreHeldAgainstTheirs1795000064400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.reconciliation (
        id        uuid primary key,
        kind      text not null constraint reconciliation_kind check (kind in ('hourly', 'daily', 'asked')),
        since_at  timestamptz not null,
        began_at  timestamptz not null,
        ended_at  timestamptz,
        counts    jsonb not null default '{}'
      )`);
    await db.query(
      `create index reconciliation_by_end on payments.reconciliation (ended_at, kind) where ended_at is not null`,
    );
    await db.query(`grant select, insert, update on payments.reconciliation to odop_app`);
    await db.query(`
      create table payments.difference (
        id            uuid primary key,
        run_id        uuid not null constraint difference_of_run references payments.reconciliation,
        about         text not null constraint difference_about
                      check (about in ('payment', 'refund', 'fee', 'payout', 'notice')),
        kind          text not null constraint difference_kind
                      check (kind in ('missing_here', 'missing_there', 'amount', 'state')),
        provider      text not null,
        provider_id   text not null,
        our_id        uuid,
        ours_paise    bigint,
        theirs_paise  bigint,
        says          text not null,
        status        text not null constraint difference_status check (status in ('open', 'repaired', 'explained')),
        how           text,
        reason        text,
        settled_by    uuid,
        found_at      timestamptz not null,
        settled_at    timestamptz,
        constraint difference_once unique (provider, about, provider_id, kind),
        constraint difference_settled check ((status = 'open') = (settled_at is null)),
        constraint difference_explained check ((status = 'explained') = (reason is not null and settled_by is not null))
      )`);
    await db.query(`create index difference_open on payments.difference (id) where status = 'open'`);
    await db.query(`grant select, insert, update on payments.difference to odop_app`);
    await db.query(`create index payment_by_settled on payments.payment (settled_at, id) where captured_paise > 0`);
    await db.query(`create index refund_by_settled on payments.refund (settled_at, id) where state = 'succeeded'`);
    await db.query(`create index payout_by_settled on payments.payout (settled_at, id) where state = 'paid'`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of ['payment_by_settled', 'refund_by_settled', 'payout_by_settled']) {
      await db.query(`drop index payments.${index}`);
    }
    await db.query(`drop table payments.difference`);
    await db.query(`drop table payments.reconciliation`);
  }
}
