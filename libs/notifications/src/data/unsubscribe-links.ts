import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceKeys } from '#platform/crypto';
import { topicNames, topics, type Topic } from '../domain/topics.js';

const id_bytes = 16;
const mac_bytes = 32;

/**
 * Links by which whoever got a letter ends letters of its kind, without signing in: her id, the topic and a keyed hash of
 * both, 256 bits that nobody guesses. Made when a letter is written, kept nowhere.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(private readonly keys: ServiceKeys) {}

  /** @param topic one that is not necessary */
  of(personId: string, topic: Topic): string {
    const id = Buffer.from(personId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.macOf(personId, topic), Buffer.from(topic)]).toString('base64url');
  }

  /** Whose letters a link ends, and of which kind; null when we never gave it. The hash is compared in constant time. @rule S-36 */
  read(link: string): { personId: string; topic: Topic } | null {
    const bytes = Buffer.from(link, 'base64url');
    const name = bytes.subarray(id_bytes + mac_bytes).toString();
    const topic = topicNames.find((known) => known === name && topics[known].necessary === null);
    if (topic === undefined) return null;
    const hex = bytes.subarray(0, id_bytes).toString('hex');
    const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const mac = bytes.subarray(id_bytes, id_bytes + mac_bytes);
    return timingSafeEqual(mac, this.macOf(personId, topic)) ? { personId, topic } : null;
  }

  private macOf(personId: string, topic: Topic): Buffer {
    return this.keys.hmac('link', 'notifications.preference', personId, topic);
  }
}
