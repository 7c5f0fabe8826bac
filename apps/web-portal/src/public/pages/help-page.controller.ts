import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../../access/access.guard';
import { Allow } from '../../access/allow';
import { PageRenderer } from '../page-renderer';

/** The keys of the review desk, as PORTAL.md section 3 gives them; those that exist now. */
const KEYS = [
  ['J K ↓ ↑', '下一条、上一条建议'],
  ['A', '通过并到下一条'],
  ['R 再按 1–9、0', '驳回并注明原因；0要写说明'],
  ['S', '跳过，明天或有变化时再看'],
  ['Z', '撤销我的上一个决定，10分钟内有效'],
  ['N ⇧N、1–9', '下一条、上一条、第几条理由'],
  ['[ ] 或 F6', '在队列、理由、需求、能力、操作之间移动'],
  ['/', '查找'],
  ['?', '全部快捷键，也可在此关闭'],
];

@ApiExcludeController()
@Controller('help')
@Allow('P')
export class HelpPageController {
  constructor(private readonly pages: PageRenderer) {}

  @Get()
  show(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.send(request, reply, 'help', { title: '使用帮助', column: '帮助' }, { keys: KEYS });
  }
}
