import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditLog, AuditTrail, type AuditEntry } from '@mantianxing/audit';
import { AUDIT_ACTION, AUDIT_WAY, AuditLogQuery, AuditLogView, type AuditEntryView } from '@mantianxing/contracts';
import { Answers, Refusals } from '@mantianxing/platform';

const PAGE = 50;
const DAY_MS = 24 * 3_600_000;

/** 审计日志 for the auditor: read only. Looking at it is an entry itself. */
@ApiTags('审计日志')
@Controller('api/audit')
export class AuditLogController {
  constructor(
    private readonly log: AuditLog,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Answers(AuditLogView)
  @Refusals(401, 403, 422)
  async list(@Query({ schema: AuditLogQuery }) query: AuditLogQuery): Promise<AuditLogView> {
    const { who, action, subject, from, to, before } = query;
    const until = to && new Date(startOf(to).getTime() + DAY_MS);
    const entries = await this.log.find({ who, action, subjectId: subject, from: from ? startOf(from) : undefined, until: until || undefined, before }, PAGE + 1);
    const items = entries.slice(0, PAGE).map(viewOf);
    if (!before) await this.trail.record({ action: 'exported', subjectKind: 'audit.entry', facts: { shown: items.length } });
    return { items, ...(entries.length > PAGE && { next: items.at(-1)?.id }) };
  }
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

function viewOf(entry: AuditEntry): AuditEntryView {
  const { id, at, accountName, roles, organizationNames, action, via, operation, subjectKind, subjectId, changes } = entry;
  return {
    ...{ id, at: at.toISOString(), who: accountName, roles, organizations: organizationNames, action, operation, subjectKind, subjectId },
    actionLabel: AUDIT_ACTION[action as keyof typeof AUDIT_ACTION] ?? action,
    way: AUDIT_WAY[via as keyof typeof AUDIT_WAY] ?? via,
    changes: Object.entries(changes).map(([field, told]) => ({ field, ...toldOf(told) })),
    ...{ address: entry.address, agent: entry.agent, requestId: entry.requestId, position: entry.position },
  };
}

function toldOf(told: unknown): { before: string | null; after: string | null } {
  if (told === '*') return { before: null, after: null };
  if (!Array.isArray(told) || told.length !== 2) return { before: '', after: wordOf(told) };
  return { before: wordOf(told[0]), after: wordOf(told[1]) };
}

const wordOf = (value: unknown): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
