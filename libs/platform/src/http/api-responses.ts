import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ProblemView } from '@mantianxing/contracts';
import type { z } from 'zod';

/** Documents the refusals a route can answer with. */
export const Refusals = (...statuses: number[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ...statuses.map((status) => ApiResponse({ status, standardSchema: ProblemView, description: '拒绝' })),
  );

/** A route that answers 204 and says nothing. */
export const AnswersNothing = (): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: '成功，没有内容' }));

/** Status and contract of a route's answer: documented, and no field beyond the contract leaves. */
export const Answers = (schema: z.ZodType, status = 200): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    ApiResponse({ status, standardSchema: schema, description: '成功' }),
    SerializeOptions({ schema }),
  );
