import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FormFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { localPath } from '../../accounts/home-of';
import { SIZE_COOKIE, SIZES, THEME_COOKIE, THEMES } from '../display-settings';

const YEAR_S = 365 * 24 * 3600;
const CHOICES = [
  { cookie: SIZE_COOKIE, values: SIZES },
  { cookie: THEME_COOKIE, values: THEMES },
];

/** 大字版 and 深色 without script: remembers the choice in a cookie and goes back to the page. */
@ApiTags('页面')
@Controller('display')
export class DisplayController {
  @Post()
  // Any text: a choice nobody knows changes nothing.
  @FormFields({ [SIZE_COOKIE]: z.string().optional(), [THEME_COOKIE]: z.string().optional(), back: z.string().optional() })
  choose(@Body() body: Record<string, unknown> | null, @Res() reply: FastifyReply): void {
    for (const { cookie, values } of CHOICES) {
      const value = values.find((one) => one === body?.[cookie]);
      if (value) void reply.setCookie(cookie, value, { path: '/', maxAge: YEAR_S, sameSite: 'lax', secure: 'auto', httpOnly: false });
    }
    void reply.redirect(localPath(body?.back) ?? '/', 303);
  }
}
