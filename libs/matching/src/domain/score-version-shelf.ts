import type { NewScoreVersion, ScoreVersion } from './score-version';

/** Calibrated weights, one of them in force; while none is, the built-in ones hold. */
export abstract class ScoreVersionShelf {
  abstract active(): Promise<ScoreVersion | null>;
  /** The number of the version in force, without reading it. */
  abstract activeId(): Promise<number | null>;
  abstract byId(id: number): Promise<ScoreVersion | null>;
  /** Newest first. */
  abstract list(): Promise<ScoreVersion[]>;
  /** Keeps a DRAFT, which changes no score; answers its number. */
  abstract draft(version: NewScoreVersion): Promise<number>;
  /** Puts a version into force and retires the one before; null: the built-in weights. Keeps who and when. */
  abstract putIntoForce(id: number | null, accountId: string, at: Date): Promise<void>;
}
