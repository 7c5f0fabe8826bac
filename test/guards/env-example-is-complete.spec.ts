import { ENV_NAMES } from '../../libs/platform/src/config/env';
import { read, repositoryFiles } from './tree';

const example = read('.env.example');
const inExample = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);

describe('the environment', () => {
  it('is shown whole in .env.example', () => {
    expect(ENV_NAMES.filter((name) => !inExample.includes(name))).toEqual([]);
  });

  it('is explained whole in the README’s table', () => {
    const explained = [...read('README.md').matchAll(/^\|\s*`([A-Z0-9_]+)`/gm)].map(([, name]) => name);
    expect(ENV_NAMES.filter((name) => !explained.includes(name))).toEqual([]);
  });

  it('holds no name that neither an app nor the compose file reads', () => {
    const compose = read('docker-compose.yml');
    expect(inExample.filter((name) => !ENV_NAMES.includes(name) && !compose.includes(`\${${name}`))).toEqual([]);
  });

  it('has no secret in its example', () => {
    const secrets = [...example.matchAll(/^[A-Z_]*(?:SECRET|PASSWORD|KEY)=(.*)$/gm)].map(([, value]) => value.trim());
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter(Boolean)).toEqual([]);
  });

  it('is read in one file only', () => {
    const sources = repositoryFiles().filter((path) => /^(?:apps|libs)\/.*\.tsx?$/.test(path) && !path.endsWith('.spec.ts'));
    expect(sources.filter((path) => read(path).includes('process.env'))).toEqual(['libs/platform/src/config/env.ts']);
  });
});
