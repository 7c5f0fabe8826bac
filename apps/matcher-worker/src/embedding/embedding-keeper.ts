import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { jobOf } from '@mantianxing/contracts';
import { Embedder, EmbeddingShelf } from '@mantianxing/matching';
import { Clock } from '@mantianxing/platform';
import { JobQueue } from '@mantianxing/queue';
import { PublishedEntries } from './published-entries';

/** A backlog that was asked for is given this long before it is asked for again: a refused text stays without. */
const PATIENCE_MS = 600_000;
const LOOK_MS = 60_000;

/** Sees that what is published has vectors of the model configured now; idle without an embedder. */
@Injectable()
export class EmbeddingKeeper {
  private nextLook = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly embedder: Embedder,
    private readonly shelf: EmbeddingShelf,
    private readonly entries: PublishedEntries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  get isOn(): boolean {
    return this.embedder.space !== '';
  }

  /** Answers whether a backlog was asked for. Jobs that still wait, for an embedder that is away say, are enough. */
  async look(): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (!this.isOn || now < this.nextLook) return false;
    this.nextLook = now + LOOK_MS;
    if (!(await this.isBehind('capability')) && !(await this.isBehind('scenario'))) return false;
    const { waiting, active, delayed } = (await this.jobs.counts()).embedding;
    if (waiting + active + delayed > 0) return false;
    await this.jobs.add([jobOf('embed-backlog', { eventId: randomUUID(), kind: 'capability', subjectId: 'capability' })]);
    this.nextLook = now + PATIENCE_MS;
    return true;
  }

  private async isBehind(kind: 'scenario' | 'capability'): Promise<boolean> {
    return (await this.shelf.count(kind, this.embedder.space)) < (await this.entries.count(kind));
  }
}
