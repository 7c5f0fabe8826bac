import { Inject, Injectable } from '@nestjs/common';
import type { RobotKind } from '@mantianxing/contracts';
import { ENV, OutboundGuard, type Env } from '@mantianxing/platform';
import { GroupRobots, type GroupRobot } from '../../domain/group-robot';
import { DingtalkRobot } from './dingtalk-robot';
import { FeishuRobot } from './feishu-robot';
import { WecomRobot } from './wecom-robot';

@Injectable()
export class VendorRobots extends GroupRobots {
  private readonly robots: Record<RobotKind, GroupRobot>;

  constructor(out: OutboundGuard, @Inject(ENV) { OUTBOUND_ALLOWED_HOSTS: hosts }: Env) {
    super();
    this.robots = {
      WECOM: new WecomRobot(out, hosts),
      DINGTALK: new DingtalkRobot(out, hosts),
      FEISHU: new FeishuRobot(out, hosts),
    };
  }

  override of(kind: RobotKind): GroupRobot {
    return this.robots[kind];
  }
}
