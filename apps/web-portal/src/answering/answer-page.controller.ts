import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CONSENT_ANSWERS, DomainError, text } from '@mantianxing/contracts';
import { FormFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalRequest } from '../access/portal-request';
import { proseMoment } from '../public/formats';
import { PageRenderer } from '../public/page-renderer';
import { AnswerByLink, type Question } from './answer-by-link';
import { AnswerSheet } from './answer-sheet';

type Fields = Record<string, unknown> | null;

const FACE = { title: '是否同意与对方对接', column: '对接征询' };
const LINK_OVER: Record<string, string> = {
  LINK_USED: '此链接已经用过，您的答复已记录。',
  LINK_EXPIRED: '此链接已过期。如仍需答复，请登录后在“我的对接”办理。',
};
const INTRODUCED = '双方都已同意。请登录查看对方联系人，查看留痕。';
const AGREED = '已记录。对方也同意后，会通知您登录查看联系人。如需改变，请登录后撤回同意。';
const DECLINED = '已记录。这次不再对接，不影响贵方今后的推荐。如需改变，请联系专员再次征询。';
const HELD = (agreed: boolean, until: Date) =>
  `已记录，${proseMoment(until.toISOString())}前可改，之后生效。${agreed ? '对方也同意后，会通知您登录查看联系人。' : '生效后这次不再对接，不影响贵方今后的推荐。'}`;
const reasonField = text(500);

/** `/answer/…` of a mail: GET shows the question, only a chosen answer and the button are an answer. */
@ApiTags('页面')
@Controller('answer')
export class AnswerPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly questions: AnswerByLink,
    private readonly sheet: AnswerSheet,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const question = await this.questions.look(token);
      if (question.changeUntil) await this.thank(token, question, request, reply);
      else await this.ask(question, request, reply);
    } catch (error) {
      await this.refuse(error, request, reply);
    }
  }

  @Post(':token')
  @FormFields({ answer: z.enum(CONSENT_ANSWERS), reason: reasonField.optional() })
  async answer(@Param('token') token: string, @Body() fields: Fields, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const reason = reasonField.safeParse(fields?.reason ?? '');
    const answer = CONSENT_ANSWERS.find((one) => one === fields?.answer);
    try {
      const question = await this.questions.look(token);
      // Sent twice, or sent from a page that was left open: the answer that is there is shown, and how to change it.
      if (question.changeUntil) return await this.thank(token, question, request, reply);
      const fault = !answer ? '请先选择“同意对接”或“暂不对接”。' : reason.success ? '' : '原因最多500字。';
      if (!answer || fault) return await this.ask(question, request, reply, fault);
      const { status, introduced, changeUntil } = await this.questions.answer(token, question.actor, answer, reason.data ?? '');
      const answered = { ...question, changeUntil: changeUntil ? new Date(changeUntil) : null };
      await this.thank(token, answered, request, reply, { status, introduced });
    } catch (error) {
      await this.refuse(error, request, reply);
    }
  }

  /** 改答复: back to the question. */
  @Post(':token/change')
  @FormFields({})
  async change(@Param('token') token: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      await this.questions.change(token);
      await reply.redirect(`/answer/${encodeURIComponent(token)}`, 303);
    } catch (error) {
      await this.refuse(error, request, reply);
    }
  }

  private async ask(question: Question, request: PortalRequest, reply: FastifyReply, fault = ''): Promise<void> {
    const data = { ...(await this.sheet.of(question)), fault };
    return this.pages.send(request, reply, 'answer', { ...FACE, status: fault ? 422 : 200 }, data);
  }

  private thank(
    token: string,
    { pairing: { id, own }, changeUntil }: Question,
    request: PortalRequest,
    reply: FastifyReply,
    { status, introduced } = { status: own.status as string, introduced: false },
  ): Promise<void> {
    const agreed = status === 'AGREED';
    const data = {
      heading: agreed ? '您已同意对接' : '您已选择暂不对接',
      sentence: changeUntil ? HELD(agreed, changeUntil) : introduced ? INTRODUCED : agreed ? AGREED : DECLINED,
      ways: [wayIn(own.side, id)],
      ...(changeUntil && { change: `/answer/${encodeURIComponent(token)}/change` }),
    };
    return this.pages.send(request, reply, 'letter', { ...FACE, title: data.heading }, data);
  }

  /** 404, 409 and 410 as a page that says how to go on; everything else is the frame's to show. */
  private async refuse(error: unknown, request: PortalRequest, reply: FastifyReply): Promise<void> {
    if (!(error instanceof DomainError) || ![404, 409, 410].includes(error.status)) throw error;
    const heading = error.status === 409 ? '您的答复没有记录' : error.code === 'LINK_USED' ? '您已答复过' : '链接已失效';
    const sentence = error.status === 404 ? '链接不完整或有误，请从邮件中重新打开。' : (LINK_OVER[error.code] ?? error.message);
    const data = { heading, sentence, ways: [{ href: '/sign-in', label: '登录后查看' }] };
    return this.pages.send(request, reply, 'letter', { ...FACE, title: heading, status: error.status }, data);
  }
}

const wayIn = (side: 'DEMAND' | 'SUPPLY', pairingId: string) => ({
  href: `/sign-in?next=${encodeURIComponent(`${side === 'DEMAND' ? '/dept' : '/firm'}/pairings#${pairingId}`)}`,
  label: '登录查看',
});
