export interface MatchMark {
  kind: 'scenario' | 'capability';
  subjectId: string;
  revision: number;
  /** Of what the scorer reads of the entry. */
  digest: string;
  /** Version of the matcher; empty where an entry was matched before marks were kept. */
  madeBy: string;
}

/** Up to which content, and by which matcher, an entry was last matched as a whole: what a lost job would have left behind. */
export abstract class MatchMarks {
  /** An older revision never replaces a newer one. */
  abstract record(mark: MatchMark): Promise<void>;
  abstract all(kind: MatchMark['kind']): Promise<MatchMark[]>;
}
