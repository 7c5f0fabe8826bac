import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ProblemView } from '@mantianxing/contracts';

/** Documents the refusals a route can answer with. */
export const Refusals = (...statuses: number[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ...statuses.map((status) => ApiResponse({ status, standardSchema: ProblemView, description: '拒绝' })),
  );
