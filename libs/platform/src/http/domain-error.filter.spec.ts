import { NotFoundException } from '@nestjs/common';
import { DomainError } from '@mantianxing/contracts';
import { problemOf, sayWhenAgain } from './domain-error.filter';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const statusOf = (error: unknown) => problemOf(error, 'r1').status;

describe('what a thrown value is answered with', () => {
  it('a database that is away, starting, shutting down or out of connections is 503: try again, nothing was changed', () => {
    const away = [
      new Error('timeout exceeded when trying to connect'),
      new Error('Connection terminated unexpectedly'),
      new Error('Connection terminated due to connection timeout'),
      ...['57P01', '57P03', '53300', '08006', 'ECONNREFUSED', 'ECONNRESET'].map((code) => withCode(code)),
      Object.assign(new Error('query failed'), { driverError: withCode('57P01', 'terminating connection due to administrator command') }),
    ];
    expect(away.map(statusOf)).toEqual(away.map(() => 503));
    expect(problemOf(away[0], 'r1').body).toMatchObject({ code: 'UNAVAILABLE', message: '服务暂时不可用，请稍后重试。' });
  });

  it('a fault of ours stays one: a broken rule of the database, a programming error, a thrown word', () => {
    expect([withCode('23505'), withCode('42P01'), new TypeError('x is undefined'), 'word', undefined].map(statusOf)).toEqual([500, 500, 500, 500, 500]);
    expect(JSON.stringify(problemOf(new TypeError('x is undefined'), 'r1').body)).not.toContain('undefined');
  });

  it('says when to try again: after the pause a person was told of, or in a moment where a part is away', () => {
    const said = (error: unknown): string[] => {
      const headers: string[] = [];
      const { status, body } = problemOf(error, 'r1');
      sayWhenAgain({ header: (name, value) => void headers.push(`${name}: ${value}`) }, status, body);
      return headers;
    };
    expect(said(new DomainError('TOO_MANY_ATTEMPTS', 429, '请稍后再试。', [], { retryAfterSeconds: 90 }))).toEqual(['retry-after: 90']);
    expect(said(withCode('57P01'))).toEqual(['retry-after: 5']);
    expect(said(new DomainError('LOGIN_TAKEN', 409, '此账号已存在。'))).toEqual([]);
  });

  it('a refusal keeps its own code and status', () => {
    expect(statusOf(new DomainError('LOGIN_TAKEN', 409, '此账号已存在。'))).toBe(409);
    expect(statusOf(new NotFoundException())).toBe(404);
  });
});
