import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecrets } from './secrets';

describe('the secrets of an installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mantianxing-secrets-'));
  const file = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once, long, and all different', () => {
    const secrets = keptSecrets(file('one.json'));
    expect(new Set(Object.values(secrets)).size).toBe(3);
    expect(Object.values(secrets).every((secret) => secret.length >= 64)).toBe(true);
    expect(keptSecrets(file('one.json'))).toEqual(secrets);
  });

  it('are no other installation’s', () => {
    expect(keptSecrets(file('two.json'))).not.toEqual(keptSecrets(file('three.json')));
  });

  it('can be read by their owner only', () => {
    keptSecrets(file('private.json'));
    expect(statSync(file('private.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{}', '{"postgresPassword":"short"}'])('are not silently replaced when the file holds %p', (broken) => {
    writeFileSync(file('broken.json'), broken);
    expect(() => keptSecrets(file('broken.json'))).toThrow(/已损坏/);
  });
});
