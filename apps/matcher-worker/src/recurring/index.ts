import type { Provider } from '@nestjs/common';
import { BringBackLostJobs, ReconcilePromises } from '../reconciliation';
import { RemindOfRecertification, SweepLinkTokens, SweepSignInAttempts } from './account-tasks';
import { LetCapabilitiesStaleTask } from './let-capabilities-stale';
import { RecurringRunner } from './recurring-runner';
import { RECURRING_TASKS, type RecurringTask } from './recurring-task';
import { RemoveAuditEntries } from './remove-audit-entries';
import { RemoveDataOfWhoLeft } from './remove-data-of-who-left';
import { SweepConsentsTask } from './sweep-consents';
import { TrackDeadlines } from './track-deadlines';
import { TellDue } from './tell-due';
import { HashAddresses, ReviveDeliveries, RipenDeliveries } from './sweep-deliveries';

/** Every recurring task of the worker: a new one is added here and nowhere else. */
const TASKS: (new (...parts: never[]) => RecurringTask)[] = [
  ...[RipenDeliveries, ReviveDeliveries, HashAddresses],
  ...[BringBackLostJobs, ReconcilePromises, TellDue, LetCapabilitiesStaleTask, TrackDeadlines],
  ...[SweepConsentsTask, SweepLinkTokens, SweepSignInAttempts, RemindOfRecertification, RemoveDataOfWhoLeft, RemoveAuditEntries],
];

export const RECURRING_PROVIDERS: Provider[] = [
  ...TASKS,
  { provide: RECURRING_TASKS, inject: TASKS, useFactory: (...tasks: RecurringTask[]) => tasks },
  RecurringRunner,
];
export * from './recurring-runner';
export * from './recurring-task';
