import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys, SubjectKeys, type Place } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { memberConsents, type MemberShare } from '../domain/member.js';
import { fail } from '../domain/seller.errors.js';
import { MemberEntity, MemberShareEntity, ShareTableEntity } from './member.entity.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const memberRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  joined_on: z.string(),
  left_on: z.string().nullable(),
  consent: z.enum(memberConsents),
  consent_at: z.date().nullable(),
  name_sealed: bytes,
  mobile_sealed: bytes.nullable(),
});
/** A member, opened. */
export type Member = Omit<z.infer<typeof memberRow>, 'name_sealed' | 'mobile_sealed'> & {
  name: string;
  mobile: string | null;
};

const shareRow = z.object({ member_id: z.uuid(), share_bp: z.number() });

const columns = `id, seller_id, joined_on::text, left_on::text, consent, consent_at, name_sealed, mobile_sealed`;
const placeOf = (column: string, row: string): Place => ({ table: 'sellers.member', column, row });

/** Members of groups, each sealed with her own key, so that one can be erased without the others (S-63, S-66). */
@Injectable()
export class Members {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly service: ServiceKeys,
  ) {}

  /** @param member.mobile  as it is kept: +91 and ten digits @returns her id */
  async add(
    tx: Tx,
    sellerId: string,
    member: { name: string; mobile: string | null; joinedOn: string },
  ): Promise<string> {
    const id = newId();
    const key = await this.keys.of(tx, id);
    const { mobile } = member;
    await tx.insert(MemberEntity, {
      id,
      seller_id: sellerId,
      name_sealed: key.seal(placeOf('name_sealed', id), member.name),
      mobile_sealed: mobile === null ? null : key.seal(placeOf('mobile_sealed', id), mobile),
      mobile_hash: mobile === null ? null : this.hash(mobile),
      joined_on: member.joinedOn,
      left_on: null,
      consent: 'asked',
      consent_at: null,
      consent_document_id: null,
      added_at: tx.now,
    });
    return id;
  }

  of(tx: Tx, sellerId: string): Promise<Member[]> {
    return this.where(tx, `seller_id = $1 order by joined_on, id limit 5000`, [sellerId]);
  }

  /** @throws member_unknown (404) */
  async find(tx: Tx, sellerId: string, id: string): Promise<Member> {
    const [member] = await this.where(tx, `seller_id = $1 and id = $2`, [sellerId, id]);
    if (!member) throw fail('member_unknown');
    return member;
  }

  /** Those who agreed by a code to a mobile. For the system's own work. */
  withMobile(tx: Tx, mobile: string): Promise<Member[]> {
    return this.where(tx, `mobile_hash = $1 and consent = 'code' order by joined_on desc, id limit 100`, [
      this.hash(mobile),
    ]);
  }

  /** @throws consent_given (409) when she had agreed already */
  async agrees(tx: Tx, id: string, how: 'code' | 'paper', documentId: string | null): Promise<void> {
    const changed = await tx.run(
      `update sellers.member set consent = $2, consent_at = $3, consent_document_id = $4
        where id = $1 and consent = 'asked'`,
      [id, how, tx.now, documentId],
    );
    if (changed !== 1) throw fail('consent_given');
  }

  async leaves(tx: Tx, id: string, leftOn: string): Promise<void> {
    await tx.run(`update sellers.member set left_on = $2 where id = $1`, [id, leftOn]);
  }

  async setShares(
    tx: Tx,
    sellerId: string,
    table: { holdsFrom: string; reason: string },
    shares: readonly MemberShare[],
  ): Promise<void> {
    const id = newId();
    await tx.insert(ShareTableEntity, {
      id,
      seller_id: sellerId,
      holds_from: table.holdsFrom,
      set_at: tx.now,
      set_by: tx.actor.personId,
      reason: table.reason,
    });
    await tx.insert(
      MemberShareEntity,
      shares.map(({ memberId, share_bp }) => ({ table_id: id, member_id: memberId, share_bp })),
    );
  }

  /** The shares that hold on a day: of the latest table that had begun; none when there is no table. */
  async sharesOn(tx: Tx, sellerId: string, day: string): Promise<MemberShare[]> {
    const rows = await tx.many(
      shareRow,
      `select member_id, share_bp from sellers.member_share
        where table_id = (select id from sellers.share_table where seller_id = $1 and holds_from <= $2
                           order by holds_from desc, set_at desc, id desc limit 1)
        order by member_id`,
      [sellerId, day],
    );
    return rows.map(({ member_id, share_bp }) => ({ memberId: member_id, share_bp }));
  }

  /** Whether a member has a share on a day or in a table that begins later. */
  async hasShareAfter(tx: Tx, sellerId: string, memberId: string, day: string): Promise<boolean> {
    if ((await this.sharesOn(tx, sellerId, day)).some((share) => share.memberId === memberId)) return true;
    const later = await tx.many(
      shareRow,
      `select m.member_id, m.share_bp from sellers.member_share m join sellers.share_table t on t.id = m.table_id
        where t.seller_id = $1 and t.holds_from > $2 and m.member_id = $3 limit 1`,
      [sellerId, day, memberId],
    );
    return later.length > 0;
  }

  /** Of a group that never sold anything nothing of its members stays. @rule S-66 */
  async forget(tx: Tx, sellerId: string): Promise<void> {
    const gone = await tx.many(
      z.object({ id: z.uuid() }),
      `update sellers.member set mobile_hash = null where seller_id = $1 returning id`,
      [sellerId],
    );
    for (const { id } of gone) await this.keys.destroy(tx, id);
  }

  private async where(tx: Tx, condition: string, values: readonly unknown[]): Promise<Member[]> {
    const rows = await tx.many(memberRow, `select ${columns} from sellers.member where ${condition}`, values);
    const keys = await this.keys.existing(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ name_sealed, mobile_sealed, ...row }) => {
      const key = keys.get(row.id);
      return {
        ...row,
        name: key?.open(placeOf('name_sealed', row.id), name_sealed) ?? '',
        mobile: mobile_sealed && (key?.open(placeOf('mobile_sealed', row.id), mobile_sealed) ?? null),
      };
    });
  }

  private readonly hash = (mobile: string): Buffer => this.service.hmac('lookup', 'sellers.member', mobile);
}
