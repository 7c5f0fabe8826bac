import { digestOf, GENESIS } from './entry-digest';

export interface SealedRow {
  position: number;
  hash: Buffer;
  columns: string[];
}
export interface SealRow {
  lastPosition: number;
  hash: Buffer;
  sealedAt: Date;
}
export interface SegmentRow {
  firstPosition: number;
  lastPosition: number;
  previousHash: Buffer;
  lastHash: Buffer;
  lastAt: Date;
}
/** A place and its hash, kept outside the database. */
export interface Anchor {
  position: number;
  hash: string;
}

/** `position` and `id` name the row; the sentence says what is wrong with it. */
export interface Finding {
  kind: 'changed' | 'removed' | 'inserted' | 'backdated' | 'truncated' | 'segment';
  position: number;
  id?: string;
  sentence: string;
}

/** An entry is sealed within a second of its commit; a transaction that takes longer than this is none of ours. */
const LONGEST_TRANSACTION_MS = 15 * 60_000;

/** Goes through the chain row by row, from the oldest on, and collects what does not fit. Pure; feed it in order. */
export class ChainWalk {
  readonly findings: Finding[] = [];
  entries = 0;
  private position = 0;
  private hash: Buffer = GENESIS;
  private sealAt = 0;
  private lastSealedAt = 0;
  private readonly anchors: Map<number, string>;
  private readonly told = new Set<string>();

  constructor(
    private readonly segments: readonly SegmentRow[],
    private readonly seals: readonly SealRow[],
    anchors: readonly Anchor[] = [],
  ) {
    this.anchors = new Map(anchors.map(({ position, hash }) => [position, hash.toLowerCase()]));
    for (const segment of segments) this.skip(segment);
  }

  get head(): { position: number; hash: string } {
    return { position: this.position, hash: this.hash.toString('hex') };
  }

  row({ position, hash, columns }: SealedRow): void {
    this.entries += 1;
    const id = columns[0];
    const follows = position === this.position + 1;
    if (!follows) this.missing(this.position + 1, position - 1);
    // After a gap the hash before is gone: this row's own is taken for right, the next ones tell.
    else if (!digestOf(this.hash, position, columns).equals(hash)) {
      this.find({ kind: 'changed', position, id, sentence: `第${position}条与其哈希不符：这一条或前一条被改动、插入或调换` });
    }
    this.position = position;
    this.hash = hash;
    this.checkAnchor(position, hash.toString('hex'));
    this.checkSeal(position, hash, columns);
    if (columns[12] === 'removed-entries') this.told.add(columns[15] ?? '');
  }

  /** To be called after the last row. */
  end(): void {
    const lastSeal = this.seals.at(-1)?.lastPosition ?? this.position;
    const anchored = Math.max(0, ...this.anchors.keys());
    if (lastSeal > this.position) this.cut(this.position + 1, lastSeal, '封存记录');
    if (anchored > Math.max(this.position, lastSeal)) this.cut(this.position + 1, anchored, '外部留存的哈希');
    if (this.seals.length > 0 && this.position > lastSeal) {
      this.find({ kind: 'inserted', position: lastSeal + 1, sentence: `第${lastSeal + 1}至${this.position}条没有封存记录` });
    }
    this.checkRemovals();
  }

  private skip({ firstPosition, lastPosition, previousHash, lastHash }: SegmentRow): void {
    if (firstPosition !== this.position + 1 || !previousHash.equals(this.hash)) {
      this.find({ kind: 'segment', position: firstPosition, sentence: `第${firstPosition}至${lastPosition}条的清除记录接不上前面的链` });
    }
    this.position = lastPosition;
    this.hash = lastHash;
    this.checkAnchor(lastPosition, lastHash.toString('hex'));
  }

  private missing(from: number, to: number): void {
    if (to < from) return this.find({ kind: 'inserted', position: to + 1, sentence: `第${to + 1}条插在已清除的部分里` });
    const rows = from === to ? `第${from}条` : `第${from}至${to}条`;
    this.find({ kind: 'removed', position: from, sentence: `${rows}不见了` });
  }

  private checkAnchor(position: number, hash: string): void {
    const kept = this.anchors.get(position);
    if (kept === undefined || kept === hash) return;
    this.find({ kind: 'changed', position, sentence: `第${position}条的哈希与外部留存的不同：此处及以前被整段改写` });
  }

  private checkSeal(position: number, hash: Buffer, [id, at]: string[]): void {
    const earlier = this.lastSealedAt - LONGEST_TRANSACTION_MS;
    if (Date.parse(at ?? '') < earlier) {
      this.find({ kind: 'backdated', position, id, sentence: `第${position}条写的时间早于它之前已封存的记录：事后补写` });
    }
    const seal = this.seals[this.sealAt];
    if (!seal || position < seal.lastPosition) return;
    this.sealAt += 1;
    this.lastSealedAt = seal.sealedAt.getTime();
    if (position === seal.lastPosition && !seal.hash.equals(hash)) {
      this.find({ kind: 'changed', position, id, sentence: `第${position}条的哈希与封存记录不同：此处及以前被整段改写` });
    }
  }

  /** A removal is an entry itself, as long as that entry is not old enough to be removed. */
  private checkRemovals(): void {
    const { segments } = this;
    const oldest = segments.at(-1)?.lastAt.getTime() ?? 0;
    for (const { firstPosition, lastPosition, lastHash, lastAt } of segments) {
      const isTold = [...this.told].some((facts) => facts.includes(lastHash.toString('hex')));
      if (isTold || lastAt.getTime() < oldest) continue;
      this.find({ kind: 'segment', position: firstPosition, sentence: `第${firstPosition}至${lastPosition}条被清除，但日志里没有这次清除` });
    }
  }

  private cut(from: number, to: number, witness: string): void {
    this.find({ kind: 'truncated', position: from, sentence: `末尾第${from}至${to}条被截去，${witness}为证` });
  }

  private find(finding: Finding): void {
    this.findings.push(finding);
  }
}
