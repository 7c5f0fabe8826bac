import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeptMails } from './kept-mails';
import { absentPage, listPage, mailPage } from './pages';

export interface PageServer {
  url: string;
  stop(): Promise<void>;
}

/** No script ever; inline styles, because mails carry theirs inline and a srcdoc frame inherits this policy. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The page to read mails on, and the same as JSON for tests: `/`, `/messages/:id`, `/api/messages`. Loopback only. */
export async function startPageServer(port: number, mails: KeptMails): Promise<PageServer> {
  const server = createServer((request, response) => answer(request, response, mails));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, mails: KeptMails): void {
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (!isOurName(request.headers.host)) return send(403, 'text/plain', '请用 127.0.0.1 或 localhost 打开本页。\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain', '这里只能查看。\n');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const to = searchParams.get('to') ?? '';
  if (pathname === '/') return send(200, 'text/html', listPage(mails.list(to), to));
  if (pathname === '/api/messages') return send(200, 'application/json', JSON.stringify(mails.list(to)));
  const mail = mails.one(/^\/messages\/([0-9a-z-]+)$/.exec(pathname)?.[1] ?? '');
  return mail ? send(200, 'text/html', mailPage(mail)) : send(404, 'text/html', absentPage());
}

/** A foreign web page can point a name of its own at 127.0.0.1 and so read what is here; we answer to ours only. */
function isOurName(host = ''): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return ['127.0.0.1', 'localhost', '[::1]'].includes(name) || name.endsWith('.localhost');
}
