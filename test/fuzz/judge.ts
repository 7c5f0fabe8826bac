import type { DocumentedAnswers } from '../support/documented-answers';
import type { Drawn } from './requests';
import type { Heard } from './wire';

/** What only the inside of a server would say. */
const INSIDE = /\bat [^\n]{1,200}\.(?:js|ts):\d+|node_modules|QueryFailedError|syntax error at or near|violates \w+ constraint|invalid input syntax|TypeError|ECONNREFUSED/;
const CHINESE = /\p{Script=Han}/u;

/** Everything wrong with one answer. */
export function judge(asked: Drawn, answer: Heard, documented: DocumentedAnswers): string[] {
  const { status, text, headers } = answer;
  if (status === 0) return [`no answer: ${text}`];
  const faults = [];
  if (status >= 500) faults.push(`answered ${status}: ${text.slice(0, 300)}`);
  if (INSIDE.test(text)) faults.push(`shows its inside: ${INSIDE.exec(text)?.[0]}`);
  // HEAD is answered as GET is, without a body to judge.
  if (asked.method !== 'HEAD') {
    const undocumented = documented.fault(asked.method, asked.path, answer);
    if (undocumented) faults.push(undocumented);
    if (status >= 400) faults.push(...refusalFaults(answer));
  }
  if (headers['x-content-type-options'] !== 'nosniff') faults.push(`${status} without nosniff`);
  if (status === 429 && !headers['retry-after']) faults.push('429 without retry-after');
  return faults;
}

/** A refusal has a stable code and a Chinese sentence, or is a Chinese page. */
function refusalFaults({ status, contentType, text }: Heard): string[] {
  if (contentType.startsWith('text/html')) return CHINESE.test(text) ? [] : [`${status} is no Chinese page`];
  try {
    const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown };
    const isStable = typeof code === 'string' && /^[A-Z][A-Z_]+$/.test(code);
    return isStable && CHINESE.test(String(message)) ? [] : [`${status} without code or Chinese sentence: ${text.slice(0, 200)}`];
  } catch {
    return [`${status} is neither JSON nor a page: ${contentType} ${text.slice(0, 200)}`];
  }
}
