import type { Anchor, Finding } from './chain/chain-walk';

export interface ChainReport {
  /** Entries looked at; those removed after their time are not among them. */
  entries: number;
  /** Committed in the last moments, or while no worker ran: not yet sealed, hence not yet proof against removal. */
  unsealed: number;
  /** The last sealed place and its hash: kept outside, it proves everything up to it (`Anchor`). */
  head: { position: number; hash: string };
  findings: Finding[];
}

/**
 * Makes committed entries a chain. Writers never wait for it: entries get their place from the one sealer, in the order
 * in which it finds them, not from a sequence. So a rolled-back entry was never there, a late commit gets a later
 * place, and places have no gaps: a gap is a removal.
 */
export abstract class AuditChain {
  /** Seals what is committed and not yet sealed, at most `limit` entries. Answers how many; 0 also while another one seals. */
  abstract seal(limit?: number): Promise<number>;
  /** Reads everything anew. `anchors`: hashes kept outside the database. */
  abstract verify(anchors?: readonly Anchor[]): Promise<ChainReport>;
  /** The last sealed place. */
  abstract head(): Promise<{ position: number; hash: string }>;
  /** Removes what was sealed before `until`, from the oldest on, and writes that down. Answers how many entries went. */
  abstract removeBefore(until: Date): Promise<number>;
}
