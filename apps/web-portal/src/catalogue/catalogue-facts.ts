import { Injectable } from '@nestjs/common';
import { CapabilityReader } from '@mantianxing/capability';
import { Clock } from '@mantianxing/platform';
import { isScenarioListed, ScenarioReader } from '@mantianxing/scenario';

export interface Counted {
  name: string;
  count: number;
}

/** How much is open now, for the entrance and the filters' choices; most frequent first. */
export interface Facts {
  scenarios: number;
  units: Counted[];
  sectors: Counted[];
  capabilities: number;
  firms: number;
  capabilitySectors: Counted[];
}

const A_READ = 500;
/** Counting reads both lists; choices may lag the lists by this long, in milliseconds. */
const FRESH_FOR = 15_000;

@Injectable()
export class CatalogueFacts {
  private last?: { at: number; facts: Promise<Facts> };

  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly clock: Clock,
  ) {}

  current(): Promise<Facts> {
    const now = this.clock.now().getTime();
    if (this.last && now - this.last.at < FRESH_FOR) return this.last.facts;
    const look = (this.last = { at: now, facts: this.count() });
    look.facts.catch(() => {
      if (this.last === look) this.last = undefined;
    });
    return look.facts;
  }

  private async count(): Promise<Facts> {
    const scenarios = (await everyOne((after) => this.scenarios.publishedPage(after, A_READ))).filter(isScenarioListed);
    const capabilities = await everyOne((after) => this.capabilities.publishedPage(after, A_READ));
    return {
      scenarios: scenarios.length,
      units: counted(scenarios.map(({ organizationName }) => organizationName)),
      sectors: counted(scenarios.map(({ sector }) => sector)),
      capabilities: capabilities.length,
      firms: new Set(capabilities.map(({ firmId }) => firmId)).size,
      capabilitySectors: counted(capabilities.flatMap(({ sectors }) => sectors)),
    };
  }
}

async function everyOne<T extends { id: string }>(read: (after: string | null) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | null = null; ; ) {
    const page: T[] = await read(after);
    all.push(...page);
    if (page.length < A_READ) return all;
    after = page.at(-1)?.id ?? null;
  }
}

export function counted(names: string[]): Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh'));
}
