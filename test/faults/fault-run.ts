import { setTimeout as sleep } from 'node:timers/promises';
import { acceptedEntries } from './checks/accepted-entries';
import { answersStand } from './checks/consents';
import { booksAgree, noPairingTwice, nothingStuck } from './checks/books';
import { pairingsAreComplete } from './checks/pairings';
import { expectedMessages, recordedMails, toldByMail, toldInTheInbox, undonePairings } from './checks/told';
import { faultsFor } from './faults';
import type { Fault, FaultContext } from './faults/fault';
import type { CheckResult } from './findings';
import { mendedByItself, roundOfMending } from './healed';
import { KillLog } from './kills';
import { emptyLedger, type Ledger } from './load/ledger';
import { Load } from './load/load';
import { signInAll } from './load/people';
import { untilQuiet, type QuietResult } from './quiet';
import { Seeded } from './seeded';
import { startStack, type PartSet, type Stack } from './stack';

export interface RunChoice {
  set: PartSet;
  scenarios: number;
  kills: number;
  minutes: number;
  seed: number;
  short: boolean;
  say: (line: string) => void;
  /** Leaves the folder with logs and data where it is. */
  keep?: boolean;
  /** How long the stack may take to come to rest, in milliseconds. */
  quietWithinMs?: number;
}

export interface RunReport {
  set: PartSet;
  seed: number;
  scenarios: number;
  kills: number;
  killsByVictim: Record<string, number>;
  freezes: number;
  faults: Record<string, { done: number; missed: number }>;
  unexpectedEnds: Record<string, number>;
  traffic: Ledger['traffic'];
  /** What the product's own reconciliation says it brought back. */
  mended: Record<string, number>;
  troubleMs: number;
  quiet: Pick<QuietResult, 'quiet' | 'tookMs' | 'last'>;
  checks: CheckResult[];
  /** Kept when something was found. */
  folder: string;
}

/** One set of parts: load and trouble, then rest, then the look from outside. */
export async function faultRun(choice: RunChoice): Promise<RunReport> {
  const { set, seed, say } = choice;
  say(`${set}: starting the stack (seed ${seed})`);
  const stack = await startStack(set);
  let report: RunReport | undefined;
  try {
    report = await troubleAndCheck(stack, choice);
    return report;
  } finally {
    await stack.stop({ keepFolder: choice.keep || !report || report.checks.some(({ findings }) => findings.length > 0) });
  }
}

async function troubleAndCheck(stack: Stack, choice: RunChoice): Promise<RunReport> {
  const { say, scenarios, quietWithinMs = 900_000 } = choice;
  const seed = new Seeded(choice.seed);
  const ledger = emptyLedger();
  const log = new KillLog();
  const people = await signInAll(stack, ledger);
  const first = await untilQuiet(stack, quietWithinMs);
  say(`${stack.set}: ${people.all.length} people signed in, quiet after ${first.tookMs} ms; logs in ${stack.folder}`);
  const load = new Load(people, ledger, { scenarios, seed, progress: () => (log.kills.length + 1) / Math.max(1, choice.kills) });
  const began = Date.now();
  const working = load.run();
  let isWorking = true;
  void working.finally(() => (isWorking = false));
  await trouble({ stack, load, log, chance: seed.branch('faults'), say }, choice, () => isWorking);
  load.stop();
  await working;
  const troubleMs = Date.now() - began;
  say(`${stack.set}: ${log.kills.length} kills, ${load.published} scenarios published in ${Math.round(troubleMs / 1000)} s; waiting for quiet`);
  await everythingUp(stack);
  if (!(await roundOfMending(stack, choice.short, quietWithinMs))) say(`${stack.set}: the recurring mending did not come round`);
  let quiet = await untilQuiet(stack, quietWithinMs);
  if (quiet.quiet && (await load.reviewRest()) > 0) quiet = await untilQuiet(stack, quietWithinMs);
  await load.readAllInboxes();
  if (quiet.quiet && (await load.answer()) > 0) quiet = await untilQuiet(stack, quietWithinMs);
  say(`${stack.set}: ${quiet.quiet ? 'quiet' : 'NOT quiet'} after ${quiet.tookMs} ms; checking`);
  await load.readAllInboxes();
  const expected = await expectedMessages(stack, ledger, people);
  const checks = [
    await nothingStuck(stack, quiet),
    await acceptedEntries({ ledger, people }),
    toldInTheInbox(expected, await undonePairings(stack), load.seen),
    toldByMail(expected, await recordedMails(stack), stack.mail.stored(), [...log.kills, ...log.freezes]),
    await answersStand(stack, ledger, people),
    await noPairingTwice(stack, ledger),
    await booksAgree(stack),
    { check: 'nobody met an answer a sound system does not give', seenThrough: 'http' as const, looked: ledger.traffic.requests, figures: {}, findings: ledger.surprises },
    await pairingsAreComplete(stack, people, ledger, quietWithinMs),
  ];
  return {
    ...{ set: stack.set, seed: choice.seed, scenarios: load.published, kills: log.kills.length, killsByVictim: log.byVictim() },
    ...{ freezes: log.freezes.length, faults: Object.fromEntries(log.struck), traffic: ledger.traffic, troubleMs, checks, folder: stack.folder },
    unexpectedEnds: Object.fromEntries(stack.processes.map(({ name, unexpectedEnds }) => [name, unexpectedEnds])),
    mended: await mendedByItself(stack),
    quiet: { quiet: quiet.quiet, tookMs: quiet.tookMs, last: quiet.last },
  };
}

/** One fault after another, all kinds in turn, in an order drawn from the seed. */
async function trouble(context: FaultContext, choice: RunChoice, isWorking: () => boolean): Promise<void> {
  const { stack, log, chance, load, say } = context;
  const end = Date.now() + choice.minutes * 60_000;
  const goesOn = () => Date.now() < end && (isWorking() || log.kills.length < choice.kills);
  while (goesOn()) {
    for (const fault of chance.shuffle(faultsFor(stack, choice.short))) {
      if (!goesOn()) return;
      if (log.kills.length >= choice.kills) {
        await sleep(500);
        continue;
      }
      const hit = await strike(fault, context);
      log.ran(fault.name, hit);
      say(`${stack.set}: ${log.kills.length} kills, ${load.published} published · ${fault.name}${hit ? '' : ' (nothing to strike at)'}`);
      await sleep(chance.between(500, 3000));
    }
  }
}

/** A strike that fails itself (a lock somebody frozen holds, say) is one that missed: what it left behind is tidied up. */
async function strike(fault: Fault, { stack, ...context }: FaultContext): Promise<boolean> {
  try {
    return await fault.run({ stack, ...context });
  } catch (error) {
    context.say(`${stack.set}: ${fault.name}: ${error instanceof Error ? error.message : String(error)}`);
    if (!(await stack.postgres.answers(2000).catch(() => false))) await stack.postgres.start().catch(() => undefined);
    letGo(stack);
    return false;
  }
}

function letGo(stack: Stack): void {
  stack.mail.release();
  for (const part of stack.processes) {
    part.thaw();
    part.launch();
  }
}

async function everythingUp(stack: Stack): Promise<void> {
  letGo(stack);
  await stack.postgres.answers();
  await Promise.all(stack.processes.map((part) => part.ready()));
}
