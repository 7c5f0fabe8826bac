import { HELP, readArguments } from './arguments';
import { tellFailure } from './plain-failure';

/** 0: written · 1: something about the files must be mended first · 2: the command was not understood. */
async function main(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if (asked.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (asked.kind === 'wrong') {
    process.stderr.write(`✗ ${asked.message}\n\n${HELP}`);
    return 2;
  }
  try {
    // Loaded only now: --help should not wait for the matcher.
    const { runMatch } = require('./run-match') as typeof import('./run-match');
    await runMatch(asked.options);
    return 0;
  } catch (error) {
    process.stderr.write(`✗ ${tellFailure(error)}\n`);
    return 1;
  }
}

// A closed pipe (npm run match | head) is no fault.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
