import { parameters } from '../../libs/policy/seed/parameters.js';
import { parametersNotRead } from './parameters-not-read.js';
import { read, sources } from './tree.js';

describe('parameters of the policy', () => {
  test('R-0.3 each is read by the code somewhere: a number nobody asks for decides nothing', () => {
    const code = sources()
      .filter((path) => !path.startsWith('libs/policy/seed/'))
      .map(read)
      .join('\n');
    // The rows of the rate register are asked for by the goods' own key.
    const unread = Object.keys(parameters).filter((key) => !key.startsWith('gst.rate.') && !code.includes(`'${key}'`));
    expect(unread.sort()).toEqual([...parametersNotRead]);
  });
});
