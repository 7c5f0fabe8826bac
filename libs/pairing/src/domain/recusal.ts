/** 回避: a person's declared interest in one organization. While it stands nothing of that organization is theirs to see or decide. */
export interface Recusal {
  id: string;
  districtCode: string;
  accountId: string;
  organizationId: string;
  reason: string;
  declaredAt: Date;
  endedAt: Date | null;
}

/** For people to read. */
export interface NamedRecusal extends Recusal {
  person: string;
  organizationName: string;
  /** Who ended it; empty while it stands. */
  endedBy: string;
}

/** The parties of a suggestion or pairing: the scenario's unit, and these firms. */
export interface Parties {
  scenarioId: string;
  firmIds: readonly string[];
}

export type NewRecusal = Pick<Recusal, 'districtCode' | 'accountId' | 'organizationId' | 'reason' | 'declaredAt'>;

export abstract class RecusalRepository {
  /** Answers the one that stands already where there is one. */
  abstract declare(recusal: NewRecusal): Promise<Pick<Recusal, 'id' | 'declaredAt'> & { isNew: boolean }>;
  abstract byId(id: string): Promise<Recusal | null>;
  /** False when it had ended. */
  abstract end(id: string, by: string, at: Date): Promise<boolean>;
  /** Standing ones first, the newest on top. */
  abstract list(districtCode: string, accountId: string | undefined, limit: number): Promise<NamedRecusal[]>;
  /** The unit whose scenario it is. */
  abstract unitOf(scenarioId: string): Promise<string | null>;
  /** Of these people, those who are. */
  abstract recusedAmong(accountIds: readonly string[], parties: Parties): Promise<Set<string>>;
  /** Of these rows, those the person may see, in their order. */
  abstract open<T extends Parties>(accountId: string, rows: readonly T[]): Promise<T[]>;
  /** Undecided suggestions with that organization on either side. */
  abstract undecidedWith(organizationId: string): Promise<string[]>;
}
