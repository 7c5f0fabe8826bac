import { UnavailableError } from '@mantianxing/contracts';
import { isAway } from './job-processor';

const coded = (code: string) => Object.assign(new Error('query failed'), { code });

describe('whether a part is away, so that a sound job waits for it', () => {
  it.each([
    ['said by an adapter', new UnavailableError('mail server away')],
    ['a refused connection', coded('ECONNREFUSED')],
    ['a database that shuts down', coded('57P01')],
    ['a fetch that met a closed port', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })],
    ['wrapped twice', new Error('request failed', { cause: new TypeError('fetch failed', { cause: coded('ECONNRESET') }) })],
    ['a session cut off by a killed server', new Error('Connection terminated unexpectedly')],
    ['no session to be had', new Error('timeout exceeded when trying to connect')],
    ['a Redis that went away', new Error('Connection is closed.')],
  ])('is true: %s', (_, error) => expect(isAway(error)).toBe(true));

  it.each([
    ['a violated rule of the database', coded('23505')],
    ['a fault of our own', new TypeError("Cannot read properties of undefined (reading 'id')")],
    ['no error at all', 'text'],
  ])('is false: %s', (_, error) => expect(isAway(error)).toBe(false));
});
