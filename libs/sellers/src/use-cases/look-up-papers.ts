import { Injectable } from '@nestjs/common';
import type { Evidence, EvidenceOf } from '../domain/evidence.js';
import type { Answers, LookUp } from '../domain/look-ups.js';
import { GroupRegister } from '../ports/group-register.js';
import { GstRegister } from '../ports/gst-register.js';
import { KycProvider } from '../ports/kyc-provider.js';
import { PanRegister } from '../ports/pan-register.js';
import { PennyDrop } from '../ports/penny-drop.js';
import { RegisterUnreachable } from '../ports/register-unreachable.js';
import { UdyamRegister } from '../ports/udyam-register.js';

export interface PaperToLookUp {
  id: string;
  value: Evidence;
}

/** What was answered now, and which registers were silent. */
export interface LookedUp {
  answers: Partial<Answers>;
  silent: readonly LookUp[];
}

@Injectable()
export class LookUpPapers {
  constructor(
    private readonly gst: GstRegister,
    private readonly bank: PennyDrop,
    private readonly pans: PanRegister,
    private readonly udyam: UdyamRegister,
    private readonly groups: GroupRegister,
    private readonly kyc: KycProvider,
  ) {}

  /**
   * Asks every register that has something to say about the papers and has not said it yet, all at once and with no
   * transaction open: a slow one keeps no other waiting.
   * @param applicant  the seller's name, for registers that are asked whose a number is
   */
  async run(applicant: string, papers: readonly PaperToLookUp[], known: ReadonlySet<LookUp>): Promise<LookedUp> {
    const answers: Partial<Answers> = {};
    const silent: LookUp[] = [];
    const questions = papers.map((paper) => this.questionAbout(applicant, paper)).filter((each) => each !== null);
    const open = questions.filter(([lookUp]) => !known.has(lookUp));
    await Promise.all(
      open.map(async ([lookUp, ask]) => {
        try {
          Object.assign(answers, { [lookUp]: await ask() });
        } catch (error) {
          if (!(error instanceof RegisterUnreachable)) throw error;
          silent.push(lookUp);
        }
      }),
    );
    return { answers, silent };
  }

  private questionAbout(
    applicant: string,
    { id, value }: PaperToLookUp,
  ): readonly [LookUp, () => Promise<Answers[LookUp]>] | null {
    switch (value.kind) {
      case 'gst': {
        const { number } = value;
        return value.basis === 'gstin' && number !== undefined ? ['gst', () => this.gst.find(number)] : null;
      }
      case 'bank_account':
        return ['bank', () => this.bank.verify(id, { number: value.account, ifsc: value.ifsc, holder: value.holder })];
      case 'pan':
        return ['pan', () => this.pans.find(value.pan, value.name)];
      case 'udyam':
        return ['udyam', () => this.udyam.find(value.number, applicant)];
      case 'shg_code':
        return ['group', () => this.groups.find(value.code, applicant)];
      case 'authorised_person':
        return ['persons', () => this.askPersons(value)];
      default:
        return null;
    }
  }

  private askPersons({ persons }: EvidenceOf<'authorised_person'>): Promise<Answers['persons']> {
    return Promise.all(
      persons.map((person) =>
        'pan' in person ? this.pans.find(person.pan, person.name) : this.kyc.result(person.kycReference, person.name),
      ),
    );
  }
}
