import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BAND_LABEL, DISCLAIMER } from '@mantianxing/contracts';
import { isGap, type MatchedLists, type ScenarioPairings } from './pairings';

/** Writes the pairings as one JSON object, scenario by scenario, so that long lists need no long string. */
export async function writeJson(path: string, matched: MatchedLists): Promise<void> {
  await pipeline(Readable.from(chunks(matched)), createWriteStream(path));
}

function* chunks(matched: MatchedLists): Generator<string> {
  const { files, asOf, scenarios, capabilities } = matched;
  const head = { disclaimer: DISCLAIMER, asOf, files };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "scenarios": [`;
  let separator = '\n';
  for (const result of matched.results) {
    yield `${separator}  ${JSON.stringify(scenarioView(result, matched))}`;
    separator = ',\n';
  }
  const reading = {
    scenarios: { columns: scenarios.columns, problems: scenarios.problems, leftOut: scenarios.leftOut },
    capabilities: { columns: capabilities.columns, problems: capabilities.problems, leftOut: capabilities.leftOut },
  };
  yield `\n ],\n "reading": ${JSON.stringify(reading)}\n}\n`;
}

function scenarioView(result: ScenarioPairings, { scenarios, capabilities }: MatchedLists): object {
  const { ref, row, sheet, title, publisher } = scenarios.rows[result.scenario];
  return {
    ref,
    sheet,
    row,
    title,
    publisher,
    gap: isGap(result),
    matches: result.pairings.map(({ capability, quoted: _quoted, percent, band, ...rest }) => {
      const { ref: capabilityRef, row: capabilityRow, firmName, name } = capabilities.rows[capability];
      const place = { ref: capabilityRef, row: capabilityRow, firmName, name };
      return { ...place, percent, band, bandLabel: BAND_LABEL[band], ...rest };
    }),
  };
}
