import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError, type Problem } from '@mantianxing/contracts';

interface Issue {
  message: string;
  code?: string;
  path?: readonly unknown[];
  keys?: string[];
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  format?: string;
}

/** zod's issue as a sentence a person can act on (PORTAL.md section 4, errors). */
function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return '不认识的字段，请删去。';
    case 'too_big':
      if (issue.origin === 'array') return `最多${issue.maximum}项。`;
      return issue.origin === 'string' ? `最多${issue.maximum}字。` : `不能大于${issue.maximum}。`;
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? '请填写此项。' : `至少${issue.minimum}字。`;
      return issue.origin === 'array' ? `至少${issue.minimum}项。` : `不能小于${issue.minimum}。`;
    case 'invalid_value':
      return '请从给出的选项中选择。';
    case 'invalid_format':
      return issue.format === 'date' ? '日期请写成2026-12-31。' : '格式不正确，请检查。';
    default:
      return '请填写正确的内容。';
  }
}

function segment(part: unknown): string {
  return String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part);
}

/** The name of a field nobody asked for, where it reads like one; else nothing: it may be anything, also somebody's number. */
export const unknownField = (key: string): string => (/^[A-Za-z_]\w{0,59}$/.test(key) ? key : '');

export function problemsOf(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map(segment);
    const keys = issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map(unknownField) : [''];
    return keys.map((key) => ({
      field: [...path, ...(key ? [key] : [])].join('.') || 'body',
      message: sentenceOf(issue),
    }));
  });
}

/** The one pipe all HTTP apps use: refused input answers 422 and names each field in Chinese. */
export const contractValidation = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError('INVALID', 422, '提交的内容有误，请按提示修改。', problemsOf(issues as unknown as Issue[])),
  });
