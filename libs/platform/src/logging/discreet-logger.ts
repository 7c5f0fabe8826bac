import { ConsoleLogger } from '@nestjs/common';

const HIDDEN = '[已隐去]';
const RULES: [RegExp, string][] = [
  // user:password@ in addresses of databases, mail servers, Redis
  [/(\w+:\/\/)[^\s/@:]*:[^\s/@]+@/g, `$1${HIDDEN}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/\b((?:set-)?cookie)(["']?\s*[:=]\s*)[^\n]+/gi, `$1$2${HIDDEN}`],
  [/\b(authorization|[\w-]*(?:token|password|passwd|secret|api[-_]?key)|mtx_\w+|口令|密码)(["']?\s*[:=]\s*["']?)(?!\s|Bearer|Basic)[^\s"',;&})]+/gi, `$1$2${HIDDEN}`],
  // a group robot's address is its key
  [/([?&](?:key|sign|code)=)[^\s"'&]+/gi, `$1${HIDDEN}`],
  [/(\/(?:open-apis\/bot\/v2\/hook|answer|invitations?|reset)\/)[\w.-]{16,}/g, `$1${HIDDEN}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HIDDEN],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g, HIDDEN],
  [/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g, HIDDEN],
];

/** A line of the log without what lets somebody in and without how a person is reached. */
export const withoutSecrets = (line: string): string => RULES.reduce((text, [rule, replaced]) => text.replace(rule, replaced), line);

/** Nest's own logger, whose every line passes `withoutSecrets`. */
export class DiscreetLogger extends ConsoleLogger {
  protected override printMessages(messages: unknown[], context?: string, level?: never, stream?: 'stdout' | 'stderr', stack?: unknown): void {
    const discreet = messages.map((message) => (typeof message === 'string' ? withoutSecrets(message) : withoutSecrets(JSON.stringify(message) ?? String(message))));
    super.printMessages(discreet, context && withoutSecrets(context), level, stream, typeof stack === 'string' ? withoutSecrets(stack) : stack);
  }

  protected override printStackTrace(stack: string): void {
    super.printStackTrace(stack && withoutSecrets(stack));
  }
}
