import type { SingleBar } from 'cli-progress';

const LONG = 3_000;
const PERCENT_STEP = 10;

/** Tells how far a long step has come: a bar on a terminal, a line every tenth elsewhere, nothing for short ones. */
export class Progress {
  private bar: SingleBar | null = null;
  private told = 0;

  constructor(
    private readonly what: string,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** Units of work done and in all; safe to call often. */
  at(done: number, whole: number): void {
    if (whole < LONG) return;
    if (this.stream.isTTY) return this.draw(done, whole);
    const percent = Math.floor((done / whole) * 100);
    if (percent < this.told + PERCENT_STEP) return;
    this.told = percent - (percent % PERCENT_STEP);
    this.stream.write(`${this.what} ${this.told}%\n`);
  }

  end(): void {
    this.bar?.stop();
    this.bar = null;
  }

  private draw(done: number, whole: number): void {
    if (!this.bar) {
      const { SingleBar } = require('cli-progress') as typeof import('cli-progress');
      const format = `${this.what} {bar} {percentage}%  还需约{eta_formatted}`;
      const characters = { barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true };
      this.bar = new SingleBar({ format, ...characters, stream: this.stream, clearOnComplete: true, barsize: 30 });
      this.bar.start(whole, done);
    }
    this.bar.update(done);
  }
}
