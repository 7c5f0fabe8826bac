import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FindActor } from '@mantianxing/account';
import { DomainError } from '@mantianxing/contracts';
import { ActivateScoreVersion, CalibrateWeights, createMatcher, type KeptDecision, ScoreVersionShelf } from '@mantianxing/matching';
import { DecisionLog } from '@mantianxing/pairing';
import { actAs, readEnv, type Env } from '@mantianxing/platform';
import { calibrateModule } from './calibrate/calibrate.module';
import { CALIBRATE_USAGE, readOrder, type CalibrateOrder } from './calibrate/options';
import { printedReport, printedVersions } from './calibrate/print-report';
import { databaseAddress } from './journey/database-address';
import { PlainError } from './plain-error';

export interface CalibrateOptions {
  argv: string[];
  dataHome: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

const NO_SUCH_TABLE = '42P01';

interface Parts {
  get<T>(door: abstract new (...args: never[]) => T): T;
}

/** Drafts, lists or activates score versions. Throws PlainError for what a person can mend. */
export async function runCalibrate({ argv, dataHome, env, say }: CalibrateOptions): Promise<void> {
  const order = readOrder(argv);
  if (order.what === 'help') return say(CALIBRATE_USAGE);
  const secret = randomBytes(32).toString('hex');
  const settings = readEnv({
    DATABASE_URL: databaseAddress(env, dataHome),
    DISTRICT_CODE: env.DISTRICT_CODE || undefined,
    ...{ SESSION_SECRET: secret, INTERNAL_TOKEN_SECRET: secret },
  });
  Logger.overrideLogger(false);
  const app = await open(settings);
  try {
    say(await carriedOut(order, app));
  } catch (error) {
    if (error instanceof DomainError) throw new PlainError(error.message, error.problems.map(({ message }) => message).join(' '));
    if ((error as { code?: string }).code === NO_SUCH_TABLE) throw new PlainError('数据库还没有升级到这一版。', '请先执行 npm start（会自动升级）。');
    throw error;
  } finally {
    await app.close();
  }
}

async function open(settings: Env): Promise<Parts & { close(): Promise<void> }> {
  try {
    return await NestFactory.createApplicationContext(calibrateModule(settings) as never, { abortOnError: false });
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new PlainError('数据库口令不对。', '请核对 DATABASE_URL，或重新执行 npm start。');
    throw new PlainError('连不上数据库。', '请先在另一个窗口执行 npm start，或核对 DATABASE_URL。');
  }
}

function carriedOut(order: Exclude<CalibrateOrder, { what: 'help' }>, app: Parts): Promise<string> {
  if (order.what === 'list') return listed(order, app);
  return order.what === 'activate' ? activated(order, app) : calibrated(order, app);
}

async function calibrated(order: CalibrateOrder & { what: 'calibrate' }, app: Parts): Promise<string> {
  const log = app.get(DecisionLog);
  const decisions = (await log.standing()).map(({ decision, ...kept }): KeptDecision => ({ ...kept, approved: decision === 'APPROVED' }));
  const { id, basedOn, report } = await app.get(CalibrateWeights).execute({
    ...{ decisions, open: await log.open(), thesaurusVersion: createMatcher().knowledge.lexicon.version },
    ...{ least: order.least, holdOutShare: order.holdOutShare, seed: order.seed },
  });
  return order.json ? JSON.stringify({ id, basedOn, ...report }, undefined, 2) : printedReport(id, basedOn, report);
}

async function activated({ id, login }: CalibrateOrder & { what: 'activate' }, app: Parts): Promise<string> {
  const actor = await app.get(FindActor).byLogin(login);
  if (!actor) throw new PlainError(`没有可用的账号“${login}”。`, '请核对登录名。');
  const who = { via: 'command', operation: 'calibrate', accountId: actor.accountId };
  await actAs(who, () => app.get(ActivateScoreVersion).execute(actor, id));
  const what = id === null ? '内置权重' : `评分版本${id}`;
  return `${actor.name}已启用${what}。匹配程序几秒内自行换用，并重新匹配对接中的场景。`;
}

async function listed({ json }: CalibrateOrder & { what: 'list' }, app: Parts): Promise<string> {
  const versions = await app.get(ScoreVersionShelf).list();
  if (json) return JSON.stringify(versions, undefined, 2);
  const people = new Map<string, string>();
  for (const id of new Set(versions.flatMap(({ activatedBy }) => activatedBy ?? []))) {
    people.set(id, (await app.get(FindActor).execute(id))?.name ?? '已停用账号');
  }
  return printedVersions(versions, (id) => people.get(id) ?? '');
}
