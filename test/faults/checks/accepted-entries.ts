import type { CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { checkResult, type CheckResult } from '../findings';
import type { Ledger } from '../load/ledger';
import type { People } from '../load/people';

/** Everything the portal accepted is there, in the state and with the words that were accepted. */
export async function acceptedEntries({ ledger, people }: { ledger: Ledger; people: People }): Promise<CheckResult> {
  const findings: string[] = [];
  for (const { id, title, department, status } of ledger.scenarios.values()) {
    const now = await people.byLogin(department).read<ScenarioView>(`/api/scenarios/${id}`);
    const state = now.status === 'IN_TALKS' ? 'PUBLISHED' : now.status;
    if (state !== status) findings.push(`scenario ${title} (${id}) was accepted as ${status} and is ${now.status}`);
  }
  for (const { id, name, firm, status, summary } of ledger.capabilities.values()) {
    const now = await people.byLogin(firm).read<CapabilityView>(`/api/capabilities/${id}`);
    if (now.status !== status) findings.push(`capability ${name} (${id}) was accepted as ${status} and is ${now.status}`);
    if ((now.content.summary ?? '') !== summary) findings.push(`capability ${name} (${id}) has lost an accepted revision`);
  }
  return checkResult('accepted entries are there', 'http', ledger.scenarios.size + ledger.capabilities.size, findings);
}
