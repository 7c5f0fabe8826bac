import { isPassing, plainPostgresError } from './server-complaints';

const place = { dataDir: '/data', port: 4132, logFile: '/logs/postgres.log' };

describe('what the database server complains of', () => {
  it.each([
    ['initdb: error: could not write to file "pg_wal/xlogtemp": No space left on device', /^磁盘已满/],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /^数据库端口 4132 已被占用/],
    ['initdb: error: invalid locale name "C.UTF-8"', /^系统没有 C\.UTF-8/],
    ['FATAL:  could not create shared memory segment: Cannot allocate memory', /^系统共享内存不足/],
    ['FATAL:  database files are incompatible with server', /由另一版本的数据库建立/],
    ['FATAL:  lock file "postmaster.pid" already exists', /正被另一个数据库进程使用/],
    ['PANIC:  could not locate a valid checkpoint record', /已损坏/],
  ])('%s', (complaint, sentence) => {
    const error = plainPostgresError(complaint, place);
    expect(error.message).toMatch(sentence);
    expect(error.remedy).toMatch(/。$/);
  });

  it('is passed on in its own words when nobody knows it', () => {
    expect(plainPostgresError('LOG:  starting\nFATAL:  the moon is full\n', place).message).toContain('FATAL:  the moon is full');
  });

  it('passes by itself while a killed server’s sessions still end', () => {
    expect(isPassing('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(true);
    expect(isPassing('FATAL:  No space left on device')).toBe(false);
  });
});
