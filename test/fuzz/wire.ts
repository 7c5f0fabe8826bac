import { Agent, request } from 'node:http';

export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer | string;
}

export interface Heard {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  contentType: string;
  text: string;
}

/** Plain HTTP that mends nothing: addresses and bodies go out as they are drawn. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });
  private readonly host: string;
  private readonly port: string;

  constructor(base: string) {
    ({ hostname: this.host, port: this.port } = new URL(base));
  }

  /** Status 0 with the reason as text where no answer came. */
  send({ method, path, headers, body }: Sent): Promise<Heard> {
    return new Promise((resolve) => {
      const outgoing = request(
        {
          ...{ host: this.host, port: this.port, method, path: latin(path), agent: this.agent, timeout: 30_000 },
          headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', (error) => resolve(nothing(error)));
          answer.on('end', () => {
            const { headers: heard, statusCode: status = 0 } = answer;
            resolve({ status, headers: heard, contentType: heard['content-type'] ?? '', text: Buffer.concat(chunks).toString() });
          });
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in 30 s')));
      outgoing.on('error', (error) => resolve(nothing(error)));
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const nothing = (error: Error): Heard => ({ status: 0, headers: {}, contentType: '', text: error.message });

/** Node refuses to send other characters in a request line; a browser would have written them so. */
const latin = (path: string): string => path.replace(/[^\x21-\x7e]/g, (char) => (/\p{Surrogate}/u.test(char) ? '%ED%A0%80' : encodeURIComponent(char)));
