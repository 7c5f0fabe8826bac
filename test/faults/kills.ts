/** One process ended the hard way by the run itself. */
export interface Kill {
  /** Milliseconds since 1970. */
  at: number;
  what: string;
  /** The fault it belongs to. */
  because: string;
}

/** Counts what the run does to the stack. */
export class KillLog {
  readonly kills: Kill[] = [];
  readonly freezes: Kill[] = [];
  /** By fault: how often it ran to its end, and how often it found nothing to strike at. */
  readonly struck = new Map<string, { done: number; missed: number }>();

  killed(what: string, because: string): void {
    this.kills.push({ at: Date.now(), what, because });
  }

  froze(what: string, because: string): void {
    this.freezes.push({ at: Date.now(), what, because });
  }

  ran(fault: string, hit: boolean): void {
    const counted = this.struck.get(fault) ?? { done: 0, missed: 0 };
    if (hit) counted.done += 1;
    else counted.missed += 1;
    this.struck.set(fault, counted);
  }

  byVictim(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { what } of this.kills) counts[what] = (counts[what] ?? 0) + 1;
    return counts;
  }
}
