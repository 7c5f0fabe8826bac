import { spawn } from 'node:child_process';

/**
 * Ties a server to our life: a small shell waits on a pipe from us, and should we be killed without a chance
 * to tidy up, the pipe closes and the shell stops the server. (Node cannot ask the kernel for a parent-death
 * signal.) Returns how to untie it, to be called before an orderly stop.
 */
export function tether(pid: number, signal: 'INT' | 'TERM', as: { uid?: number; gid?: number } = {}): () => void {
  const script = `read -r _; kill -${signal} "$1"`;
  const shell = spawn('/bin/sh', ['-c', script, 'sh', `${pid}`], {
    ...{ uid: as.uid, gid: as.gid, cwd: '/', detached: true },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref?(): void }).unref?.();
  return () => void shell.kill('SIGKILL');
}
