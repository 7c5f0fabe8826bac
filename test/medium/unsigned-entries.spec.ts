import { SignCapabilities } from '@mantianxing/capability';
import { SignScenarios } from '@mantianxing/scenario';
import { aCapability } from '../support/builders/capability';
import { openMarket } from '../support/builders/market';
import { aScenario } from '../support/builders/scenario';

it('entries written before duplicates were looked for are signed as new ones are', async () => {
  const market = await openMarket();
  await aCapability(market).published();
  await aScenario(market).published();
  const signatures = () =>
    market.sql<{ text_signature: number[] }>(
      `select text_signature from scenario.scenario union all select text_signature from capability.capability`,
    );
  const written = await signatures();
  expect(written.map(({ text_signature }) => text_signature.length)).toEqual([24, 24]);
  await market.sql(`update scenario.scenario set text_signature = '{}'`);
  await market.sql(`update capability.capability set text_signature = '{}'`);
  expect(await market.get(SignScenarios).execute()).toBe(1);
  expect(await market.get(SignCapabilities).execute()).toBe(1);
  expect(await signatures()).toEqual(written);
  expect(await market.get(SignScenarios).execute()).toBe(0);
  await market.close();
});
