// People of a running `npm start`, signed in with the demo accounts it printed.
import { readFileSync } from 'node:fs';

/** Passwords by login, from `accounts.txt` of a data folder. */
export function passwordsIn(accountsFile) {
  const lines = readFileSync(accountsFile, 'utf8').split('\n');
  return new Map(lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split(/\s+/).slice(0, 2)));
}

/** Signs `login` in; answers a function that calls the API as that person and gives the bare response. */
export async function signedIn(base, login, password, headers = {}) {
  const cookies = new Map();
  let token = '';
  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...headers,
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        'x-csrf-token': token,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) cookies.set(...line.split(';')[0].split(/=(.*)/s).slice(0, 2));
    return response;
  };
  token = (await (await call('GET', '/api/session')).json()).csrfToken;
  const answer = await call('POST', '/api/session', { login, password });
  if (!answer.ok) throw new Error(`${login}: ${await answer.text()}`);
  token = (await answer.json()).csrfToken;
  return call;
}
