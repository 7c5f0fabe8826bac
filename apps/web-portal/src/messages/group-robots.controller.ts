import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddGroupRobot, GroupRobotListView, MadeView, RobotTrialView, VersionOnly, type Actor } from '@mantianxing/contracts';
import { ManageGroupRobots } from '@mantianxing/notification';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';

const robotId = z.uuid();

/** 群机器人 of 企业微信, 钉钉 and 飞书: address and secret go in and never come out. */
@ApiTags('群机器人')
@Controller('api/group-robots')
export class GroupRobotsController {
  constructor(private readonly robots: ManageGroupRobots) {}

  @Get()
  @Answers(GroupRobotListView)
  @Refusals(401, 403)
  async list(@CurrentActor() actor: Actor): Promise<GroupRobotListView> {
    return { items: await this.robots.list(actor) };
  }

  @Post()
  @Answers(MadeView)
  @Refusals(401, 403, 409, 422)
  async add(@CurrentActor() actor: Actor, @Body({ schema: AddGroupRobot }) robot: AddGroupRobot): Promise<MadeView> {
    return { id: await this.robots.add(actor, robot) };
  }

  @Post(':id/try')
  @Answers(RobotTrialView)
  @Refusals(401, 403, 404, 422)
  try(@CurrentActor() actor: Actor, @Param('id', { schema: robotId }) id: string): Promise<RobotTrialView> {
    return this.robots.try(actor, id);
  }

  @Post(':id/pause')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409, 422)
  pause(@CurrentActor() actor: Actor, @Param('id', { schema: robotId }) id: string, @Body({ schema: VersionOnly }) { version }: VersionOnly): Promise<void> {
    return this.robots.step(actor, id, version, 'paused');
  }

  @Post(':id/resume')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409, 422)
  resume(@CurrentActor() actor: Actor, @Param('id', { schema: robotId }) id: string, @Body({ schema: VersionOnly }) { version }: VersionOnly): Promise<void> {
    return this.robots.step(actor, id, version, 'resumed');
  }

  @Post(':id/delete')
  @AnswersNothing()
  @Refusals(401, 403, 404, 409, 422)
  delete(@CurrentActor() actor: Actor, @Param('id', { schema: robotId }) id: string, @Body({ schema: VersionOnly }) { version }: VersionOnly): Promise<void> {
    return this.robots.step(actor, id, version, 'deleted');
  }
}
