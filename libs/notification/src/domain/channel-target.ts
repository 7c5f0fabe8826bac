import type { GroupEvent, RobotKind } from '@mantianxing/contracts';
import type { RobotAddress } from './group-robot';

/** A group's robot as it is kept; its address and secret are sealed and opened only to send. */
export interface ChannelTarget {
  id: string;
  districtCode: string;
  kind: RobotKind;
  name: string;
  host: string;
  sealedWebhook: string | null;
  sealedSecret: string | null;
  events: GroupEvent[];
  status: 'ACTIVE' | 'PAUSED' | 'DELETED';
  version: number;
  createdAt: Date;
}

export interface ChannelTargetRow extends ChannelTarget {
  lastSentAt: Date | null;
}

export type NewChannelTarget = Pick<ChannelTarget, 'districtCode' | 'kind' | 'name' | 'host' | 'events'> & {
  sealedWebhook: string;
  sealedSecret: string;
  createdBy: string;
  createdAt: Date;
};

export abstract class ChannelTargetRepository {
  /** The robots of a district that are not deleted, by name. */
  abstract list(districtCode: string): Promise<ChannelTargetRow[]>;
  abstract find(id: string): Promise<ChannelTarget | null>;
  /** Its id; null when the name is taken. */
  abstract add(target: NewChannelTarget): Promise<string | null>;
  /** False when the row has another version by now. Deleting forgets address and secret. */
  abstract setStatus(id: string, version: number, status: ChannelTarget['status']): Promise<boolean>;
  /** Robots that want to hear of the event. */
  abstract listeningTo(event: GroupEvent, districtCode: string): Promise<string[]>;
}

/** Keeps a robot's address and secret so that the database alone does not give them away. */
export abstract class SecretBox {
  abstract seal(text: string): string;
  /** Throws when it was sealed with another key. */
  abstract open(sealed: string): string;
  /** The same for the same text, and not to be guessed without the key: knows an address again without keeping it. */
  abstract digest(text: string): string;
}

export const addressOf = ({ kind, sealedWebhook, sealedSecret }: ChannelTarget, box: SecretBox): RobotAddress => ({
  kind,
  webhook: sealedWebhook ? box.open(sealedWebhook) : '',
  secret: sealedSecret ? box.open(sealedSecret) : '',
});
