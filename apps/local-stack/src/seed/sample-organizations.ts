import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CreateAccount, FindActor } from '@mantianxing/account';
import { systemActor, type Actor, type Role } from '@mantianxing/contracts';
import { RegisterFirm, RegisterUnit } from '@mantianxing/organization';
import { ENV, type Env } from '@mantianxing/platform';
import type { SampleAccount } from '../accounts-file';
import { SAMPLE_FIRMS, SAMPLE_SCENARIOS, SAMPLE_UNITS } from './lists';

/** Whose desks are worth looking at first: their accounts get a password and are printed. */
const DEMO_UNITS = ['unit-emergency', 'unit-bigdata'];
const DEMO_FIRMS = 2;
const OFFICE = '星江区满天星行动计划办公室';
/** No letters that are mistaken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface SampleMembers {
  matchmaker: Actor;
  coordinator: Actor;
  /** One member of each unit and firm, by key. */
  byKey: Map<string, Actor>;
  accounts: SampleAccount[];
}

interface NewMember {
  key: string;
  organizationId: string;
  role: Role;
  person: { name: string; post?: string; phone?: string; email?: string };
  /** Shown beside the login; absent for members who get no password. */
  label?: string;
}

@Injectable()
export class SampleOrganizations {
  private readonly accounts: SampleAccount[] = [];
  private readonly byKey = new Map<string, Actor>();

  constructor(
    private readonly units: RegisterUnit,
    private readonly firms: RegisterFirm,
    private readonly createAccount: CreateAccount,
    private readonly findActor: FindActor,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async load(): Promise<SampleMembers> {
    const office = await this.units.findOrCreate(this.system(), { kind: 'OFFICE', name: OFFICE });
    const matchmaker = await this.member({
      ...{ key: 'matchmaker', organizationId: office, role: 'MATCHMAKER', label: '撮合专员' },
      person: { name: '陈静', post: '撮合专员', email: 'matchmaker@office.example.cn' },
    });
    const coordinator = await this.member({
      ...{ key: 'coordinator', organizationId: office, role: 'COORDINATOR', label: '统筹办公室' },
      person: { name: '罗勇', post: '统筹科科长', email: 'coordinator@office.example.cn' },
    });
    await this.member({
      ...{ key: 'auditor', organizationId: office, role: 'AUDITOR', label: '审计人员' },
      person: { name: '沈岚', post: '审计人员', email: 'auditor@office.example.cn' },
    });
    await this.member({
      ...{ key: 'admin', organizationId: office, role: 'ADMIN', label: '系统管理员' },
      person: { name: '何川', post: '系统管理员', email: 'admin@office.example.cn' },
    });
    await this.loadUnits();
    await this.loadFirms();
    return { matchmaker, coordinator, byKey: this.byKey, accounts: this.accounts };
  }

  private system(): Actor {
    return systemActor(this.env.DISTRICT_CODE);
  }

  private async loadUnits(): Promise<void> {
    for (const { key, name, kind, aliases, uscc } of SAMPLE_UNITS) {
      const organizationId = await this.units.findOrCreate(this.system(), { name, kind, aliases, uscc });
      const { content } = SAMPLE_SCENARIOS.find(({ unit }) => unit === key) ?? {};
      await this.member({
        ...{ key, organizationId, role: 'DEPARTMENT_MEMBER' },
        person: {
          name: content?.contactName ?? '经办人',
          post: content?.contactPost,
          phone: content?.contactPhone,
          email: content?.contactEmail,
        },
        label: DEMO_UNITS.includes(key) ? name : undefined,
      });
    }
  }

  private async loadFirms(): Promise<void> {
    for (const [index, firm] of SAMPLE_FIRMS.entries()) {
      const { key, name, uscc, sizeBand, isLocal, tags, contact } = firm;
      const facts = { name, uscc, sizeBand, isLocal, tags, verified: true };
      const organizationId = await this.firms.findOrCreate(this.system(), facts);
      const label = index < DEMO_FIRMS ? name : undefined;
      await this.member({ key, organizationId, role: 'FIRM_ADMIN', person: contact, label });
    }
  }

  private async member({ key, organizationId, role, person, label }: NewMember): Promise<Actor> {
    const login = key.replace(/^(unit|firm)-/, '');
    const password = label ? Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('') : undefined;
    const accountId = await this.createAccount.execute({
      ...{ login, password, person },
      memberships: [{ organizationId, role }],
    });
    const actor = await this.findActor.execute(accountId);
    if (!actor) throw new Error(`account ${login} not found after it was made`);
    if (label && password) this.accounts.push({ label, login, password });
    this.byKey.set(key, actor);
    return actor;
  }
}
