import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../../access/portal-request';
import { PageRenderer } from '../page-renderer';

/** The keys of the review desk, in the order of the work; the desk's own `?` shows the same. */
const KEYS = [
  ['J K ↓ ↑', '下一条、上一条'],
  ['⇧J ⇧K', '下一组、上一组'],
  ['A', '通过，转到下一条'],
  ['R 然后 1–9、0', '按原因驳回；0需写明，回车提交'],
  ['S', '跳过，明天或有变化时再现'],
  ['Z', '撤销我上一步，10分钟内有效'],
  ['X ⇧X ⇧↓ ⇧↑', '选中或取消，连续选中'],
  ['N ⇧N 1–9', '下一个、上一个、第几个理由'],
  ['[ ] F6', '换区：队列、为什么、需求、能力、操作'],
  ['回车', '看全部字段'],
  ['/ F G .', '搜索、筛选、按场景或按企业、载入新到的'],
  ['?', '快捷键列表'],
];

@ApiTags('页面')
@Controller('help')
export class HelpPageController {
  constructor(private readonly pages: PageRenderer) {}

  @Get()
  show(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.send(request, reply, 'help', { title: '使用帮助', column: '帮助' }, { keys: KEYS });
  }
}
