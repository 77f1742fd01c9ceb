import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The name the service gives the rest of a refund: `namedId('rest of refund', id)`. */
const restOf = (id: string): string => `
  encode(set_byte(set_byte(hash.of, 6, (get_byte(hash.of, 6) & 15) | 128), 8, (get_byte(hash.of, 8) & 63) | 128), 'hex')::uuid
    from (select substring(sha256(convert_to('["rest of refund","' || ${id} || '"]', 'utf8')) for 16) as of) hash`;

/**
 * What a shopper's bank gave her of a refund stands beside what was promised, and what is left of it is told from refunds of
 * their own: she reads each rupee once.
 */
export class AReplacedRefundSaysHowMuch1795000090420 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.refund
        add column replaced_paise bigint,
        add column is_rest boolean not null default false,
        add constraint refund_replaced check (replaced_paise between 1 and amount_paise) not valid`);
    await db.query(`select set_config('odop.scope', 'system', true)`); // the refunds of everybody
    await db.query(`
      update payments.refund rest set is_rest = true from payments.refund r
       where r.state = 'replaced' and rest.payment_id = r.payment_id and rest.id = (select ${restOf('r.id::text')})`);
    await db.query(`
      update payments.refund r set replaced_paise = r.amount_paise - coalesce(
               (select rest.amount_paise from payments.refund rest where rest.id = (select ${restOf('r.id::text')})), 0)
       where r.state = 'replaced'`);
    await db.query(`alter table payments.refund validate constraint refund_replaced`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.refund drop column replaced_paise, drop column is_rest`);
  }
}
