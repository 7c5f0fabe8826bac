import { Inject, Injectable } from '@nestjs/common';
import { DomainError, isStaff, MESSAGE_KINDS, type Actor, type MessageKind, type MessageMode, type MessagePreferenceView } from '@mantianxing/contracts';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { isFixed, KIND_RULES } from '../domain/message-kind';
import { PreferenceRepository } from '../domain/notification.repository';
import { clockWord, modeFor } from '../domain/timing';
import { timingOf } from './timing-of';

/** 通知设置 of one person. */
@Injectable()
export class MessagePreferences {
  constructor(
    private readonly preferences: PreferenceRepository,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Of kinds only staff are sent, others hear nothing here either. */
  async read(actor: Actor, hasEmail: boolean): Promise<MessagePreferenceView> {
    const { accountId } = actor;
    const chosen = (await this.preferences.of([accountId])).get(accountId) ?? {};
    const rules = timingOf(this.env);
    const items = MESSAGE_KINDS.filter((kind) => !KIND_RULES[kind].isForStaff || isStaff(actor)).map((kind) => ({
      kind,
      note: KIND_RULES[kind].note,
      mode: modeFor(kind, chosen[kind], rules),
      isDefault: chosen[kind] === undefined,
      fixedBecause: KIND_RULES[kind].fixedBecause ?? '',
    }));
    const quietHours = rules.quiet ? `${clockWord(rules.quiet.from)}–${clockWord(rules.quiet.to)}` : '';
    return { items, hasEmail, quietHours, digestAt: clockWord(rules.digestAt) };
  }

  /** From now on; what waits already goes as it was meant to. Throws 422 for a kind that cannot be put off. */
  async set(accountId: string, kind: MessageKind, mode: MessageMode): Promise<void> {
    if (isFixed(kind)) {
      if (mode === 'AT_ONCE') return;
      throw new DomainError('MESSAGE_KIND_FIXED', 422, KIND_RULES[kind].fixedBecause ?? '');
    }
    await this.preferences.set(accountId, kind, mode, this.clock.now());
  }
}
