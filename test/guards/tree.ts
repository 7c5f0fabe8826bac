import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.local', 'coverage', 'dumps']);
const BINARY = /\.(png|jpe?g|webp|ico|woff2?|xlsx?|docx|zip|gz)$/;

/** Every file of the repository, relative to its root: what git tracks, or all of it in an unpacked archive. */
export function repositoryFiles(): string[] {
  if (!existsSync(join(ROOT, '.git'))) return walk('');
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path && existsSync(join(ROOT, path)));
}

export const textFiles = (): string[] => repositoryFiles().filter((path) => !BINARY.test(path) && path !== 'package-lock.json');

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}
