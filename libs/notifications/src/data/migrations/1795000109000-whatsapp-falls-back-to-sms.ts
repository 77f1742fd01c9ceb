import type { MigrationInterface, QueryRunner } from 'typeorm';

/** WhatsApp for who asks for it; a message that does not arrive there in time goes as an SMS. */
export class WhatsappFallsBackToSms1795000109000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const tables = { message: inside, preference: inside, sending_minute: outside };
    for (const [table, names] of Object.entries(tables)) {
      const name = `${table}_channel`;
      await db.query(`alter table notifications.${table} drop constraint ${name}`);
      await db.query(
        `alter table notifications.${table} add constraint ${name} check (channel in (${names})) not valid`,
      );
      await db.query(`alter table notifications.${table} validate constraint ${name}`);
    }
    await db.query(
      `alter table notifications.message add column fall_back_at timestamptz, add column fell_back_at timestamptz`,
    );
    await db.query(`
      alter table notifications.message
        add constraint message_falls_back_from_whatsapp check (coalesce(fall_back_at, fell_back_at) is null or channel = 'whatsapp') not valid`);
    await db.query(`alter table notifications.message validate constraint message_falls_back_from_whatsapp`);
    await db.query(
      `create index message_falls_back on notifications.message (fall_back_at) where fall_back_at is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table notifications.message drop column fall_back_at, drop column fell_back_at`);
  }
}

const inside = `'in_app', 'sms', 'email', 'whatsapp'`;
const outside = `'sms', 'email', 'whatsapp'`;
