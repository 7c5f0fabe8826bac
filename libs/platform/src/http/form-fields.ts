import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { z } from 'zod';

/**
 * The fields of a page's form, for the document only: a page reads them itself, because it answers with the form again
 * and what is wrong beside each field. Text says that it must hold something by `min(1)`.
 */
export const FormFields = (fields: z.ZodRawShape): MethodDecorator =>
  applyDecorators(
    ApiConsumes('application/x-www-form-urlencoded'),
    ApiBody({ required: Object.values(fields).some((field) => !z.safeParse(field, undefined).success), schema: schemaOf(z.object(fields)) }),
  );

function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _, additionalProperties: _more, ...schema } = z.toJSONSchema(shape, { target: 'openapi-3.0', io: 'input' });
  return schema;
}
