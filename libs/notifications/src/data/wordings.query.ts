import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import {
  builtIn,
  editableChannels,
  everyMessage,
  partsAtMost,
  sampled,
  smsSize,
  valuesAt,
  type EditableChannel,
  type SmsSize,
  type TextPlace,
} from '../domain/edited-wording.js';
import { languages, type Language } from '../domain/languages.js';
import { fail } from '../domain/message.errors.js';
import type { ValueKind } from '../domain/told.js';
import { EditedWordings, type EditedWording } from './edited-wordings.repository.js';
import { WordingsInUse } from './wordings-in-use.js';

/** A message with its texts: what the build says, what the desk wrote, and which of them readers get now. */
export interface MessageTexts {
  values: Readonly<Record<string, ValueKind>>;
  builtIn: { channel: EditableChannel; language: Language; subject: string | null; text: string }[];
  written: (EditedWording & { isInUse: boolean })[];
}

/** A message as its reader would have it, with sample values. */
export interface Preview {
  subject: string | null;
  text: string;
  sms: (SmsSize & { partsAtMost: number }) | null;
}

/** Texts of one message that are shown: years of changes. */
const written_max = 500;

@Injectable()
export class WordingsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wordings: EditedWordings,
    private readonly inUse: WordingsInUse,
  ) {}

  byId(id: string): Promise<EditedWording | null> {
    return this.work.run((tx) => this.wordings.byId(tx, id));
  }

  /** Every message somebody is told, and what its texts may say. */
  everyMessage(): { event: string; audience: string; values: Record<string, ValueKind> }[] {
    return everyMessage().map(({ event, audience }) => ({
      event,
      audience,
      values: { ...valuesAt({ event, audience }) },
    }));
  }

  /** @throws message_template_unknown */
  ofMessage(event: string, audience: string): Promise<MessageTexts> {
    const values = valuesAt({ event, audience });
    const builtInTexts = editableChannels.flatMap((channel) =>
      languages.flatMap((language) => {
        const said = builtIn({ event, audience, channel, language });
        return said === null ? [] : [{ channel, language, ...said }];
      }),
    );
    return this.work.run(async (tx) => {
      const rows = await this.wordings.ofMessage(tx, event, audience, written_max);
      const isInUse = (row: EditedWording): boolean =>
        this.inUse.of(event, audience, row.channel, row.language, tx.now)?.id === row.id;
      return { values, builtIn: builtInTexts, written: rows.map((row) => ({ ...row, isInUse: isInUse(row) })) };
    });
  }

  /** What a text of the desk looks like. @throws wording_unknown */
  async previewOf(id: string): Promise<Preview> {
    const row = await this.work.run((tx) => this.wordings.byId(tx, id));
    if (row === null) throw fail('wording_unknown');
    return previewed(row);
  }

  /** What the build says, as it looks; in English where it is not written in the language. @throws message_template_unknown */
  previewBuiltIn(place: TextPlace): Preview {
    const said = builtIn(place);
    if (said !== null) return previewed({ ...place, ...said });
    const inEnglish = { ...place, language: 'en' } as const;
    return previewed({ ...inEnglish, ...builtIn(inEnglish)! });
  }
}

function previewed(wording: TextPlace & { subject: string | null; text: string }): Preview {
  const { subject, text } = sampled(wording);
  const sms = wording.channel === 'sms' ? { ...smsSize(text), partsAtMost: partsAtMost[wording.language] } : null;
  return { subject, text, sms };
}
