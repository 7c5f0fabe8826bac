import type { ThesaurusChangeKind } from '@mantianxing/contracts';

/** What staff made of the built-in edition at one version; 0 is the built-in edition as it comes. */
export interface ShelvedThesaurus {
  version: number;
  /** Lines as in the data files. */
  added: readonly string[];
  /** Names of built-in concepts that rest. */
  retired: readonly string[];
}

/** One line of the history: it made version `version`. */
export interface ThesaurusChange {
  version: number;
  change: ThesaurusChangeKind;
  name: string;
  note: string;
  /** Name of the person at that time. */
  by: string;
  at: Date;
}

export interface NewThesaurusChange {
  change: ThesaurusChangeKind;
  name: string;
  note: string;
  /** Version of the data files at that moment. */
  builtIn: string;
  by: { accountId: string; name: string };
}

/** Staff's additions and retirements, version by version. Nothing is ever taken away. */
export abstract class ThesaurusShelf {
  /** The number of the version in force, without reading it. */
  abstract version(): Promise<number>;
  abstract current(): Promise<ShelvedThesaurus>;
  /** As it stood when `version` was in force. */
  abstract at(version: number): Promise<ShelvedThesaurus>;
  /** The last line of each added entry that is no longer in force and was not added anew, by name. */
  abstract retiredLines(): Promise<Map<string, string>>;
  /** The whole history, newest first. */
  abstract changes(): Promise<ThesaurusChange[]>;

  /** Keeps others from changing anything until the transaction ends. Only inside one, as all that follows. */
  abstract lock(): Promise<void>;
  /** Each answers the new version's number. */
  abstract addLine(change: NewThesaurusChange, line: string): Promise<number>;
  abstract retireLine(change: NewThesaurusChange): Promise<number>;
  abstract retireBuiltIn(change: NewThesaurusChange): Promise<number>;
  abstract restoreBuiltIn(change: NewThesaurusChange): Promise<number>;
}
