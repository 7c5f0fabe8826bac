import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiQuery } from '@nestjs/swagger';
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

/** What a page's address may carry, for the document only: a page reads it kindly and leaves out what it cannot use. */
export const AddressFields = (fields: z.ZodRawShape): MethodDecorator =>
  applyDecorators(...Object.entries(fields).map(([name, field]) => ApiQuery({ name, required: false, schema: schemaOf(field as z.ZodType) })));

function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _, additionalProperties: _more, ...schema } = z.toJSONSchema(shape, { target: 'openapi-3.0', io: 'input' });
  return schema;
}
