import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CreateAccount } from '@mantianxing/account';
import { DomainError, ROLES, systemActor, type Role } from '@mantianxing/contracts';
import { RegisterFirm, RegisterUnit } from '@mantianxing/organization';
import { actAs, type Env } from '@mantianxing/platform';
import { commandSettings } from './command-settings';
import { databaseAddress } from './journey/database-address';
import { PlainError } from './plain-error';
import { seedModule } from './seed/seed.module';

export interface AccountOptions {
  argv: string[];
  dataHome: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

const USAGE = `用法：npm run account -- --login 登录名 --name 姓名 --role 角色 --unit 单位名称 [--uscc 统一社会信用代码] [--email 邮箱]
角色：MATCHMAKER 撮合专员、COORDINATOR 统筹、DEPARTMENT_ADMIN 部门管理员、DEPARTMENT_MEMBER 部门人员、
      FIRM_ADMIN 企业管理员、FIRM_MEMBER 企业人员（企业须填 --uscc）`;
/** No letters that are mistaken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Makes one account, with its unit where that is new, and prints its first password once. Throws PlainError. */
export async function runAccount({ argv, dataHome, env, say }: AccountOptions): Promise<void> {
  const wish = read(argv);
  if (!wish) return say(USAGE);
  const settings = commandSettings(databaseAddress(env, dataHome), env);
  Logger.overrideLogger(false);
  const password = Array.from({ length: 14 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const app = await NestFactory.createApplicationContext(seedModule(settings) as never, { abortOnError: false }).catch(() => {
    throw new PlainError('连不上数据库。', '请先在另一个窗口执行 npm start，或核对 DATABASE_URL。');
  });
  try {
    const organizationId = await unitOf(wish, settings, app);
    const { login, name, email, role } = wish;
    const memberships = [{ organizationId, role }];
    await actAs({ via: 'command', operation: 'account' }, () =>
      app.get(CreateAccount).execute({ login, password, person: { name, email }, memberships }),
    );
    say(`已开通：${login}  ${password}  ${name}（${wish.unit}）\n口令只显示这一次，请当面交给本人。`);
  } catch (error) {
    if (error instanceof DomainError) throw new PlainError(error.message, error.problems.map((p) => p.message).join(' '));
    throw error;
  } finally {
    await app.close();
  }
}

interface Wish {
  login: string;
  name: string;
  role: Role;
  unit: string;
  uscc?: string;
  email?: string;
}

function read(argv: string[]): Wish | undefined {
  const names = ['login', 'name', 'role', 'unit', 'uscc', 'email'] as const;
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  let values: Partial<Record<(typeof names)[number], string>>;
  try {
    values = parseArgs({ args: argv, options, strict: true }).values as typeof values;
  } catch {
    throw new PlainError('有不认识的参数。', USAGE);
  }
  if (Object.keys(values).length === 0) return undefined;
  const { login, name, role, unit, uscc, email } = values;
  if (!login || !name || !role || !unit) throw new PlainError('参数不全。', USAGE);
  if (!ROLES.includes(role as Role)) throw new PlainError(`没有“${role}”这个角色。`, USAGE);
  return { login, name, role: role as Role, unit, uscc, email };
}

/** The unit or firm of that name, registered when there is none. */
function unitOf(
  { role, unit, uscc }: Wish,
  { DISTRICT_CODE }: Env,
  app: { get<T>(door: abstract new (...args: never[]) => T): T },
): Promise<string> {
  const system = systemActor(DISTRICT_CODE);
  if (role.startsWith('FIRM')) {
    if (!uscc) throw new PlainError('企业须填写统一社会信用代码。', USAGE);
    return app.get(RegisterFirm).findOrCreate(system, { name: unit, uscc, verified: true });
  }
  const kind = role.startsWith('DEPARTMENT') ? 'DEPARTMENT' : 'OFFICE';
  return app.get(RegisterUnit).findOrCreate(system, { name: unit, kind });
}
