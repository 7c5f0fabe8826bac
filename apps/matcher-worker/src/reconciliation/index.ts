import type { Provider } from '@nestjs/common';
import { ConsentsAskedCheck } from './asked.check';
import { BringBackJobs } from './bring-back-jobs';
import { CapabilityIndexCheck, ScenarioIndexCheck } from './index.check';
import { PairingsLapsedCheck, SidesThatLeft, SuggestionsLapsedCheck } from './lapsed.check';
import { LostJobsCheck } from './lost-jobs.check';
import { CapabilitiesMatchedCheck, ScenariosMatchedCheck } from './matched.check';
import { PROMISE_CHECKS, type PromiseCheck } from './promise-check';
import { Reconcile } from './reconcile';
import { ScenariosTrackedCheck } from './tracked.check';

/**
 * The promises of the journey, in its order; a new one is added here and nowhere else. Jobs of every kind, `notify`
 * among them, are covered by the first: what an event leads to is written down before the queue hears of it. The others
 * reason from state alone. Deliveries that are due and that no job carries go by `revive-deliveries`.
 */
const CHECKS: (new (...parts: never[]) => PromiseCheck)[] = [
  LostJobsCheck,
  ScenarioIndexCheck,
  CapabilityIndexCheck,
  ScenariosMatchedCheck,
  CapabilitiesMatchedCheck,
  SuggestionsLapsedCheck,
  PairingsLapsedCheck,
  ConsentsAskedCheck,
  ScenariosTrackedCheck,
];

export const RECONCILIATION_PROVIDERS: Provider[] = [
  ...CHECKS,
  BringBackJobs,
  SidesThatLeft,
  { provide: PROMISE_CHECKS, inject: CHECKS, useFactory: (...checks: PromiseCheck[]) => checks },
  Reconcile,
];
export { BringBackJobs } from './bring-back-jobs';
export { Reconcile, type ReconcileReport } from './reconcile';
export { BringBackLostJobs, ReconcilePromises } from './reconcile.tasks';
