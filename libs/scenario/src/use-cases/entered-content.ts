import { ScenarioContent } from '@mantianxing/contracts';
import { problemsOf } from '@mantianxing/platform';
import { scenarioInvalid } from '../domain/scenario.errors';

/**
 * The content as the contract allows it, wherever it came from: a form, a sheet, the sample lists.
 * Throws 422 with one Chinese sentence per field.
 */
export function enteredContent(content: ScenarioContent): ScenarioContent {
  const result = ScenarioContent.safeParse(content);
  if (result.success) return result.data;
  throw scenarioInvalid(problemsOf(result.error.issues as never));
}
