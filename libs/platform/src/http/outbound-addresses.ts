import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Never reached, whatever is allowed: they hand a machine's credentials to whoever asks. Link-local holds the
 * metadata services of 华为云, 腾讯云, AWS and Azure; the single addresses are those of 阿里云, AWS over IPv6 and Azure.
 */
const NEVER = ['169.254.0.0/16', 'fe80::/10', '100.100.100.200/32', 'fd00:ec2::254/128', '168.63.129.16/32', '0.0.0.0/8', '::/128'].map(
  (range) => ipaddr.parseCIDR(range),
);
/** What an operator may open by name: addresses inside a network, and one's own machine. */
const OPENABLE = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat', 'unicast']);

export type Reach = 'public' | 'inside' | 'never';

/** Where an address leads. Everything that is not plain public unicast (mapped, NAT64, 6to4, reserved …) is not public. */
export function reachOf(address: string): Reach {
  if (isIP(address) === 0) return 'never';
  // `process` turns ::ffff:10.0.0.1 into 10.0.0.1, so that a private address cannot hide in IPv6.
  const parsed = ipaddr.process(address.split('%')[0] as string);
  const refused = NEVER.some((range) => parsed.kind() === range[0].kind() && parsed.match(range));
  if (refused || !OPENABLE.has(parsed.range())) return 'never';
  return parsed.range() === 'unicast' ? 'public' : 'inside';
}

/** One entry of OUTBOUND_ALLOWED_HOSTS: a name, an address, a range, each of the first two with a port where one is meant. */
export class AllowedHost {
  private readonly range: [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined;
  private readonly name: string;
  private readonly port: string;

  /** Throws on an entry that is neither. */
  constructor(entry: string) {
    if (entry.includes('/')) {
      this.range = ipaddr.parseCIDR(entry);
      [this.name, this.port] = ['', ''];
      return;
    }
    const url = new URL(`http://${isIP(entry) === 6 ? `[${entry}]` : entry}`);
    if (url.pathname !== '/' || url.username || url.search || url.hash) throw new Error(`OUTBOUND_ALLOWED_HOSTS: ${entry}`);
    this.name = url.hostname;
    // `new URL` drops :80 because it is http's own; it was written, so it is meant.
    this.port = url.port || (entry.endsWith(':80') && isIP(entry) === 0 ? '80' : '');
  }

  matches(url: URL): boolean {
    if (this.range) {
      const host = hostOf(url);
      if (isIP(host) === 0) return false;
      const address = ipaddr.process(host);
      return address.kind() === this.range[0].kind() && address.match(this.range);
    }
    return url.hostname === this.name && (this.port === '' || portOf(url) === this.port);
  }
}

/** The host without the brackets an IPv6 address wears in a URL. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

export const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');
