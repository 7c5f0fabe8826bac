import { fuzz } from '../fuzz/fuzz';
import { startWholeStack, type WholeStack } from '../support/whole-stack';

describe('every documented route, asked rightly and wrongly as every role', () => {
  let stack: WholeStack;
  beforeAll(async () => {
    stack = await startWholeStack();
  });
  afterAll(() => stack?.stop());

  it('answers as the document says, and never with a fault of its own', async () => {
    const { findings, asked, routes, sent } = await fuzz(stack, { requests: 1500, seed: 20261122, say: () => undefined });
    expect(findings).toEqual([]);
    expect(asked).toBe(routes);
    expect(sent).toBeGreaterThanOrEqual(1500);
  });
});
