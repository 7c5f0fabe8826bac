import { Injectable } from '@nestjs/common';
import { mayAct, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import {
  normalName,
  PUBLISHER_TYPE_OF,
  type OrganizationKind,
  type OrganizationRecord,
  type Side,
} from '../domain/organization';
import {
  organizationExists,
  organizationForbidden,
  organizationInvalid,
} from '../domain/organization.errors';
import { OrganizationRepository } from '../domain/organization.repository';
import { isUscc, normalUscc } from '../domain/uscc';

export interface UnitInput {
  name: string;
  kind: Exclude<OrganizationKind, 'FIRM'>;
  aliases?: string[];
  uscc?: string;
}

/** Registers a publishing unit, an intermediary or the office itself; by C, A or the system. */
@Injectable()
export class RegisterUnit {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Throws 409 with `facts.organizationId` when name or code is taken. Answers the new unit's id. */
  async execute(actor: Actor, input: UnitInput): Promise<string> {
    const { id, existing } = await this.register(actor, input);
    if (existing)
      throw organizationExists(existing.name === normalName(input.name) ? 'name' : 'uscc', id, false);
    return id;
  }

  /** The unit of that name (or other name), registered when there is none: harmless to repeat. */
  async findOrCreate(actor: Actor, input: UnitInput): Promise<string> {
    return (await this.register(actor, input)).id;
  }

  private register(actor: Actor, input: UnitInput): Promise<{ id: string; existing?: OrganizationRecord }> {
    if (!mayAct(actor, ['C', 'A', 'S'], '')) throw organizationForbidden();
    const name = normalName(input.name);
    const uscc = input.uscc ? normalUscc(input.uscc) : null;
    const problems = [
      ...(name.length < 2 || name.length > 100 ? [{ field: 'name', message: '单位名称须为2至100字。' }] : []),
      ...(uscc && !isUscc(uscc)
        ? [{ field: 'uscc', message: '信用代码校验位不符，请对照登记证书核对。' }]
        : []),
    ];
    if (problems.length > 0) throw organizationInvalid(problems);
    const row = {
      districtCode: actor.districtCode,
      kind: input.kind,
      publisherType: PUBLISHER_TYPE_OF[input.kind] ?? null,
      name,
      aliases: (input.aliases ?? []).map(normalName),
      uscc,
    };
    return this.unitOfWork.run(async () => {
      const existing = await this.organizations.byName(actor.districtCode, name);
      if (existing) return { id: existing.id, existing };
      const id = await this.organizations.insert(row, sidesOf(input.kind));
      if (id) return { id };
      // Somebody else registered it in this instant, or the code belongs to another name.
      const other =
        (await this.organizations.byName(actor.districtCode, name)) ??
        (uscc && (await this.organizations.byUscc(uscc)));
      if (!other) throw new Error(`organization ${name} neither written nor found`);
      return { id: other.id, existing: other };
    });
  }
}

function sidesOf(kind: UnitInput['kind']): Side[] {
  if (kind === 'OFFICE') return ['OFFICE'];
  return kind === 'INTERMEDIARY' ? ['SUPPLY'] : ['DEMAND'];
}
