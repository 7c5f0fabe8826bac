import type { GroupEvent, RobotKind } from '@mantianxing/contracts';

/** One thing a group is told: counts and names that are public already. */
export interface GroupEntry {
  template: GroupEvent;
  params: GroupParams;
}
export interface GroupParams {
  /** Name of a published scenario; absent where the entry is not public. */
  title?: string;
  /** How many suggestions are open. */
  open?: number;
  /** Day by which the step is due. */
  dueDay?: string;
}

/** Where a robot is reached. Neither part may be shown or logged: whoever has them can write to the group. */
export interface RobotAddress {
  kind: RobotKind;
  webhook: string;
  secret: string;
}

/** Writes to one group through its vendor's webhook. */
export abstract class GroupRobot {
  abstract readonly kind: RobotKind;
  /**
   * Returns once the vendor has taken the text (under 2,048 bytes); throws `SendFault` otherwise, within
   * `SEND_LIMIT_MS`: permanent where the robot is gone or refuses us, with `waitMs` where it wants fewer messages.
   */
  abstract send(address: RobotAddress, text: string, now: Date): Promise<void>;
}

/** The robots there are, by kind. */
export abstract class GroupRobots {
  abstract of(kind: RobotKind): GroupRobot;
}

