import type { ReviewQueueView, ScenarioContent, ScenarioView, SuggestionRowView } from '@mantianxing/contracts';
import type { PortalClient } from '../portal-client';
import { waitUntil } from '../wait-until';
import type { WholeStack } from '../whole-stack';

/** The way of one scenario over HTTP: the department writes and submits, staff check, the coordinator publishes. */
export async function publishScenario(stack: WholeStack, content: ScenarioContent): Promise<ScenarioView> {
  const [department, matchmaker, coordinator] = await Promise.all(
    ['emergency', 'matchmaker', 'coordinator'].map((login) => stack.as(login)),
  );
  const draft = await (department as PortalClient).post<ScenarioView>('/api/scenarios', { content });
  const step = (who: PortalClient | undefined, what: string, version: number, more: object = {}) =>
    (who as PortalClient).post<ScenarioView>(`/api/scenarios/${draft.id}/${what}`, { version, ...more });
  // The specs publish one need under several titles.
  const submitted = await step(department, 'submit', draft.version, { confirmNotDuplicate: true });
  const approved = await step(matchmaker, 'approve', submitted.version);
  return step(coordinator, 'publish', approved.version);
}

export const suggestionsOf = async (matchmaker: PortalClient, scenarioId: string, status = 'OPEN') =>
  (await matchmaker.get<ReviewQueueView>(`/api/suggestions?scenarioId=${scenarioId}&status=${status}`)).rows;

/** Waits until the matcher has put something before the reviewer. */
export function untilSuggested(matchmaker: PortalClient, scenarioId: string): Promise<SuggestionRowView[]> {
  return waitUntil(
    async () => {
      const rows = await suggestionsOf(matchmaker, scenarioId);
      return rows.length > 0 ? rows : undefined;
    },
    { timeoutMs: 120_000, what: 'a suggestion for the scenario', everyMs: 50 },
  );
}
