import { Injectable } from '@nestjs/common';
import { mayAct, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { normalName, type Firm, type OrganizationRecord } from '../domain/organization';
import {
  organizationExists,
  organizationForbidden,
  organizationInvalid,
} from '../domain/organization.errors';
import { OrganizationRepository } from '../domain/organization.repository';
import { isUscc, normalUscc } from '../domain/uscc';

export interface FirmInput {
  name: string;
  uscc: string;
  aliases?: string[];
  sizeBand?: Firm['sizeBand'];
  /** Null or absent: not known. */
  isLocal?: boolean | null;
  tags?: string[];
  /** True when staff have proven the firm; otherwise it waits for its own people to claim it. */
  verified?: boolean;
}

/** Takes a firm into the directory, one per 统一社会信用代码; by M, C or the system. */
@Injectable()
export class RegisterFirm {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Throws 409 with `facts.organizationId` when code or name is taken. Answers the new firm's id. */
  async execute(actor: Actor, input: FirmInput): Promise<string> {
    const { id, existing } = await this.register(actor, input);
    if (existing)
      throw organizationExists(existing.uscc === normalUscc(input.uscc) ? 'uscc' : 'name', id, true);
    return id;
  }

  /** The firm of that code, registered when there is none: harmless to repeat. 409 when the name is another firm's. */
  async findOrCreate(actor: Actor, input: FirmInput): Promise<string> {
    const { id, existing } = await this.register(actor, input);
    if (existing && existing.uscc !== normalUscc(input.uscc)) throw organizationExists('name', id, true);
    return id;
  }

  private register(actor: Actor, input: FirmInput): Promise<{ id: string; existing?: OrganizationRecord }> {
    if (!mayAct(actor, ['M', 'C', 'S'], '')) throw organizationForbidden();
    const name = normalName(input.name);
    const uscc = normalUscc(input.uscc);
    const problems = [
      ...(name.length < 2 || name.length > 100 ? [{ field: 'name', message: '企业名称须为2至100字。' }] : []),
      ...(isUscc(uscc) ? [] : [{ field: 'uscc', message: '信用代码校验位不符，请对照营业执照核对。' }]),
    ];
    if (problems.length > 0) throw organizationInvalid(problems);
    const aliases = (input.aliases ?? []).map(normalName);
    const row = {
      districtCode: actor.districtCode,
      kind: 'FIRM' as const,
      publisherType: null,
      name,
      aliases,
      uscc,
    };
    const firm = {
      status: input.verified ? ('VERIFIED' as const) : ('UNCLAIMED' as const),
      sizeBand: input.sizeBand ?? null,
      isLocal: input.isLocal ?? null,
      tags: input.tags ?? [],
    };
    return this.unitOfWork.run(async () => {
      const known = await this.organizations.byUscc(uscc);
      if (known) return { id: known.id, existing: known };
      const id = await this.organizations.insert(row, ['SUPPLY'], firm);
      if (id) return { id };
      // Somebody else registered it in this instant, or the name belongs to another code.
      const other =
        (await this.organizations.byUscc(uscc)) ??
        (await this.organizations.byName(actor.districtCode, name));
      if (!other) throw new Error(`organization ${name} neither written nor found`);
      return { id: other.id, existing: other };
    });
  }
}
