import { Injectable } from '@nestjs/common';
import { isParameterKey, PolicyQuery, type GstRate } from '#policy';

/** The tax rate lines of the policy register by the key that goods name. */
@Injectable()
export class RateLines {
  constructor(private readonly policy: PolicyQuery) {}

  /** Undefined when there is no such line on the day. @rule */
  at(key: string, at: Date): GstRate | undefined {
    const parameter = `gst.rate.${key}`;
    return isParameterKey(parameter) ? (this.policy.maybe(parameter, at) as GstRate | undefined) : undefined;
  }
}
