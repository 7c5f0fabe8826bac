import { CapabilityContent } from '@mantianxing/contracts';
import { problemsOf } from '@mantianxing/platform';
import { capabilityInvalid } from '../domain/capability.errors';

/**
 * The content as the contract allows it, wherever it came from: a form, a sheet, the sample lists.
 * Throws 422 with one Chinese sentence per field.
 */
export function enteredContent(content: CapabilityContent): CapabilityContent {
  const result = CapabilityContent.safeParse(content);
  if (result.success) return result.data;
  throw capabilityInvalid(problemsOf(result.error.issues as never));
}
