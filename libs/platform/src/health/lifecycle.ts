import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Where a process stands between its first and its last moment; health answers by it. */
@Injectable()
export class Lifecycle implements OnApplicationBootstrap {
  private phase: 'starting' | 'running' | 'stopping' = 'starting';
  private held = false;

  /** The app has work to begin after it listens: it calls `begun` itself. */
  hold(): void {
    this.held = true;
  }

  onApplicationBootstrap(): void {
    if (!this.held) this.begun();
  }

  begun(): void {
    if (this.phase === 'starting') this.phase = 'running';
  }

  stopping(): void {
    this.phase = 'stopping';
  }

  /** True from the moment everything the process does has begun. */
  get hasStarted(): boolean {
    return this.phase !== 'starting';
  }

  get isStopping(): boolean {
    return this.phase === 'stopping';
  }
}
