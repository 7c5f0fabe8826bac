import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ENV_NAMES } from '../../libs/platform/src/config/env';
import { read, ROOT } from './tree';

interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  ports?: string[];
  container_name?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[]; interval: string };
  depends_on?: Record<string, { condition: string }>;
}

const schema = CORE_SCHEMA.withTags(mergeTag);
const file = load(read('docker-compose.yml'), { schema }) as { services: Record<string, Service>; volumes: object };
const { services, volumes } = file;
const APPS = ['scenario-publishing', 'capability-directory', 'matcher-worker', 'web-portal'];
const RUN_ONCE = ['migrate', 'samples'];

describe('the compose file', () => {
  it('brings the four apps, their servers and a mail catcher', () => {
    expect(Object.keys(services)).toEqual(expect.arrayContaining([...APPS, 'postgres', 'redis', 'meilisearch', 'mail', 'migrate']));
  });

  it('asks every lasting service for its health', () => {
    const unasked = Object.entries(services).filter(([name, { healthcheck }]) => !RUN_ONCE.includes(name) && !healthcheck?.test);
    expect(unasked.map(([name]) => name)).toEqual([]);
  });

  it('opens ports on loopback only', () => {
    const open = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('waits only for services that exist, and for health or success', () => {
    for (const { depends_on: needs = {} } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(Object.keys(services)).toContain(name);
        expect(condition).toBe(name === 'migrate' ? 'service_completed_successfully' : 'service_healthy');
      }
    }
  });

  it('lets the worker be scaled: no name and no port of its own on the host', () => {
    expect(services['matcher-worker']).not.toHaveProperty('container_name');
    expect(services['matcher-worker']).not.toHaveProperty('ports');
  });

  it('keeps Redis from forgetting and from evicting', () => {
    expect(services.redis?.command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  it('runs Meilisearch 1.43.1 or later in production mode with a master key', () => {
    const [, major, minor, patch] = /v(\d+)\.(\d+)\.(\d+)/.exec(services.meilisearch?.image ?? '')!.map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(1_043_001);
    expect(services.meilisearch?.environment).toMatchObject({ MEILI_ENV: 'production' });
    expect(services.meilisearch?.environment?.MEILI_MASTER_KEY).toMatch(/^\$\{MEILI_MASTER_KEY:\?/);
  });

  it('holds no secret: each comes from .env and, unless it may be absent, is missed aloud', () => {
    const secrets = [...read('docker-compose.yml').matchAll(/\w*(?:PASSWORD|SECRET|MASTER_KEY): (.+)$/gm)].map(([, value]) => value);
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((value) => !/^\$\{\w+:(?:\?|-\}$)/.test(value))).toEqual([]);
  });

  it('tells the apps every variable that an app reads', () => {
    const untold = (app: string) => ENV_NAMES.filter((name) => !(name in (services[app]?.environment ?? {})));
    expect(untold('matcher-worker')).toEqual([]);
    // The embedder's key is no business of the apps that people reach.
    for (const app of ['web-portal', 'scenario-publishing', 'capability-directory']) {
      expect(untold(app)).toEqual(ENV_NAMES.filter((name) => name.startsWith('EMBEDDER_')));
    }
  });

  it('starts scripts that the build makes', () => {
    const scripts = Object.values(services).flatMap(({ command = [] }) => command.filter((word) => word.startsWith('dist/')));
    const sources = scripts.map((script) => script.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect(sources.length).toBe(APPS.length + RUN_ONCE.length);
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  });

  it('names its volumes and an image recipe that exists', () => {
    expect(Object.keys(volumes)).toEqual(['postgres', 'redis', 'meilisearch']);
    expect(existsSync(join(ROOT, services['web-portal']?.build?.dockerfile ?? 'none'))).toBe(true);
  });
});
