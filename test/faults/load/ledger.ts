/** What the portal has accepted with a 2xx, or showed as done when it was asked again after an answer got lost. */
export interface Ledger {
  scenarios: Map<string, AcceptedScenario>;
  capabilities: Map<string, AcceptedCapability>;
  /** By suggestion and opening. */
  decisions: Map<string, AcceptedDecision>;
  /** Consents, by pairing and login. */
  answers: Map<string, AcceptedAnswer>;
  /** Answers nobody expects of a sound system, as sentences. */
  surprises: string[];
  traffic: Traffic;
}

export interface AcceptedScenario {
  id: string;
  title: string;
  /** Login of the department. */
  department: string;
  status: 'PUBLISHED' | 'WITHDRAWN';
}

export interface AcceptedCapability {
  id: string;
  name: string;
  /** Login of the firm. */
  firm: string;
  status: 'PUBLISHED' | 'PAUSED';
  /** The summary last accepted; each revision writes another. */
  summary: string;
}

export interface AcceptedDecision {
  suggestionId: string;
  opening: number;
  decision: 'APPROVED' | 'REJECTED' | 'UNDONE';
  scenarioId: string;
  scenarioTitle: string;
  unitName: string;
  members: { capabilityId: string; capabilityName: string; firmName: string }[];
}

export interface AcceptedAnswer {
  pairingId: string;
  login: string;
  answer: 'AGREE' | 'DECLINE';
}

export interface Traffic {
  requests: number;
  accepted: number;
  /** Tries that got no answer: refused, reset or timed out. */
  unanswered: number;
  /** 5xx, each tried again. */
  failed: number;
  conflicts: number;
  slowedDown: number;
  signedInAgain: number;
}

export const emptyLedger = (): Ledger => ({
  scenarios: new Map(),
  capabilities: new Map(),
  decisions: new Map(),
  answers: new Map(),
  surprises: [],
  traffic: { requests: 0, accepted: 0, unanswered: 0, failed: 0, conflicts: 0, slowedDown: 0, signedInAgain: 0 },
});
