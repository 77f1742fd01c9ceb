import { Injectable } from '@nestjs/common';
import { CreateOrganisation, SpeakLanguage } from '#identity';
import { DistrictsQuery, isSure, PincodesQuery, type DistrictView } from '#odop';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Sellers } from '../data/sellers.repository.js';
import { assertMayApply } from '../domain/application.js';
import { fail } from '../domain/seller.errors.js';
import type { SellerClass } from '../domain/seller-class.js';

export interface Application {
  /** Given by the caller when it is to be found again (seeds); else made here. */
  id?: string;
  class: SellerClass;
  /** Legal or trade name, shown to everybody later on. */
  name: string;
  /** Slug of her district. */
  district: string;
  address: { line: string; place: string; pincode: string };
  /** Languages she reads, the preferred one first; none: that of her account stays. */
  languages?: readonly string[];
}

@Injectable()
export class ApplyAsSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly districts: DistrictsQuery,
    private readonly pincodes: PincodesQuery,
    private readonly createOrganisation: CreateOrganisation,
    private readonly policy: PolicyQuery,
    private readonly keys: SubjectKeys,
    private readonly language: SpeakLanguage,
  ) {}

  /**
   * Opens an application; the applicant owns the organisation it is for. The language she chooses with this first step is
   * from now on that of her account, in which she is written to.
   * @rule SM-1 S-14
   */
  run(application: Application): Promise<{ sellerId: string }> {
    return this.work.run(async (tx) => {
      const { personId } = tx.actor;
      assert(personId, 'a person applies');
      const earlier = await this.sellers.ofApplicant(tx, personId);
      assertMayApply(earlier, tx.now, this.policy.at('onboarding.reapply_days', tx.now));
      const district = await this.districtOf(tx, application);
      const sellerId = await this.createOrganisation.inside(tx, {
        kind: 'seller',
        ...(application.id === undefined ? {} : { id: application.id }),
        name: application.name,
        districtId: district.id,
        stateCode: district.state_code,
        ownerPersonId: personId,
      });
      await this.add(tx, sellerId, personId, district, application);
      await this.language.inside(tx, personId, application.languages ?? []);
      return { sellerId };
    });
  }

  /** The district exists, and the PIN code lies in it as far as the directory is sure. */
  private async districtOf(tx: Tx, { district: slug, address }: Application): Promise<DistrictView> {
    const district = await this.districts.bySlug(slug, tx);
    if (!district || district.valid_to !== null) throw fail('district_unknown');
    const pin = await this.pincodes.inState(address.pincode, district.state_code, tx);
    if (isSure(pin.basis) && pin.district_id !== district.id) {
      throw fail('pincode_in_other_district', { pincode: address.pincode, found: pin.district_name });
    }
    return district;
  }

  private async add(
    tx: Tx,
    id: string,
    applicantId: string,
    district: DistrictView,
    given: Application,
  ): Promise<void> {
    const key = await this.keys.of(tx, id);
    await this.sellers.add(tx, {
      id,
      applicant_id: applicantId,
      class: given.class,
      name: given.name,
      district_id: district.id,
      state_code: district.state_code,
      pincode: given.address.pincode,
      place: given.address.place,
      address_sealed: key.seal({ table: 'sellers.seller', column: 'address_sealed', row: id }, given.address.line),
      desk_id: null,
      above_desk_id: null,
      escalated_at: null,
      due_at: null,
      gst_status: null,
      gstin: null,
      manufacturer_key: id,
      consent_notice: null,
      consent_at: null,
      verified_at: null,
      payout_rests_until: null,
      languages: [...(given.languages ?? [])],
    });
  }
}
