import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk answers a bank that asks: why it asks, until when it listens, and what was handed in. */
export class DisputesAreAnswered1795000064510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.dispute
        add column reason text,
        add column respond_by timestamptz,
        add column evidence jsonb,
        add column evidence_by uuid,
        add column evidence_at timestamptz,
        add constraint dispute_evidence check (evidence is not null or evidence_at is null)`);
    await db.query(`create index dispute_by_status on payments.dispute (status, provider_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index payments.dispute_by_status`);
    await db.query(`
      alter table payments.dispute
        drop column reason, drop column respond_by, drop column evidence, drop column evidence_by, drop column evidence_at`);
  }
}
