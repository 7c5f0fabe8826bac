import { Client } from 'pg';
import { databaseAddress } from './journey/database-address';
import { printed } from './journey/print';
import { asJson, readJourney } from './journey/read-journey';
import { findSubject } from './journey/subject';
import { PlainError } from './plain-error';

const USAGE = '用法：npm run journey -- 编号 [--json]（场景、能力、建议或配对的编号，或它的前8位以上）';

export interface JourneyOptions {
  argv: string[];
  dataHome: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

/** Prints what happened to one subject, in order of time. Throws PlainError for what a person can mend. */
export async function runJourney({ argv, dataHome, env, say }: JourneyOptions): Promise<void> {
  if (argv.includes('--help')) return say(USAGE);
  const unknown = argv.find((word) => word.startsWith('-') && word !== '--json');
  if (unknown) throw new PlainError(`不认识的参数 ${unknown}。`, USAGE);
  const [id, ...surplus] = argv.filter((word) => word !== '--json');
  if (!id || surplus.length > 0) throw new PlainError('请给出一个编号。', USAGE);
  const client = await connect(databaseAddress(env, dataHome));
  try {
    const journey = await readJourney(client, await findSubject(client, id));
    say(argv.includes('--json') ? asJson(journey) : printed(journey.heading, journey.entries));
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000, application_name: 'journey' });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01') throw new PlainError('数据库口令不对。', '请核对 DATABASE_URL，或重新执行 npm start。');
    throw new PlainError('连不上数据库。', '请先在另一个窗口执行 npm start，或核对 DATABASE_URL。');
  }
}
