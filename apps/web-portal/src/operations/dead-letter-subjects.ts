import { Injectable } from '@nestjs/common';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { DELIVERY_READERS, isStaff, lettersOf, type Actor, type DeadLetterView } from '@mantianxing/contracts';
import type { DeadLetter } from '@mantianxing/outbox';
import { ReadPairings } from '@mantianxing/pairing';
import { isScenarioListed, ScenarioReader } from '@mantianxing/scenario';

type Subject = DeadLetterView['subject'];

/** What a dead letter was about, by name. What is not public is named to staff alone. */
@Injectable()
export class DeadLetterSubjects {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly pairings: ReadPairings,
  ) {}

  async of({ job }: DeadLetter, actor: Actor): Promise<Subject> {
    const p = job.payload as Record<string, string | undefined>;
    if (p.deliveryId) return { title: '一条待发的邮件或群消息', ...(readsDeliveries(actor) && { href: '/admin/messages' }) };
    const event = p.event ?? '';
    if (p.capabilityId || p.kind === 'capability' || event.startsWith('capability.')) return this.capability(p.capabilityId ?? p.subjectId, actor);
    if (p.pairingId || event.startsWith('pairing.')) return this.pairing(p.pairingId ?? p.subjectId, actor);
    const isScenario = p.scenarioId || p.kind === 'scenario' || /^(scenario|suggestion)\./.test(event);
    return isScenario ? this.scenario(p.scenarioId ?? p.subjectId, actor) : { title: '整个清单' };
  }

  private async scenario(id: string | undefined, actor: Actor): Promise<Subject> {
    const row = id && isId(id) ? await this.scenarios.byId(id) : null;
    if (!row) return { title: '一个已不存在的场景' };
    if (isScenarioListed(row)) return { title: row.title, href: `/scenarios/${row.id}` };
    return { title: isStaff(actor) ? row.title : '一个未公开的场景' };
  }

  private async capability(id: string | undefined, actor: Actor): Promise<Subject> {
    const row = id && isId(id) ? await this.capabilities.byId(id) : null;
    if (!row) return { title: '一项已不存在的能力' };
    if (isCapabilityListed(row)) return { title: row.name, href: `/capabilities/${row.id}` };
    return { title: isStaff(actor) ? row.name : '一项未公开的能力' };
  }

  private async pairing(id: string | undefined, actor: Actor): Promise<Subject> {
    const pairing = id && isId(id) ? await this.pairings.byId(id) : null;
    if (!pairing) return { title: '一个已不存在的配对' };
    const { title, href } = await this.scenario(pairing.scenarioId, actor);
    return { title: `配对：${title}`, ...(href && { href }) };
  }
}

const readsDeliveries = (actor: Actor): boolean => DELIVERY_READERS.some((letter) => lettersOf(actor).has(letter));

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
