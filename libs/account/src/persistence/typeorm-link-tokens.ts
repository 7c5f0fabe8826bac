import { Inject, Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { accountErrors } from '../domain/account.errors';
import { LinkTokens, type Link, type LinkKey, type LinkPurpose } from '../domain/link-tokens';
import { LinkSeal } from '../links/link-seal';
import { LinkTokenEntity } from './link-token.entity';

const KEPT_AFTER_EXPIRY = 30 * 86_400_000;

@Injectable()
export class TypeormLinkTokens extends LinkTokens {
  private readonly seal: LinkSeal;

  constructor(
    private readonly unitOfWork: TypeormUnitOfWork,
    private readonly clock: Clock,
    @Inject(ENV) env: Pick<Env, 'SESSION_SECRET'>,
  ) {
    super();
    this.seal = new LinkSeal(env.SESSION_SECRET);
  }

  override async issue(key: LinkKey, ttlMs: number): Promise<{ id: string; token: string }> {
    const manager = this.inTransaction();
    const seed = this.seal.seed();
    const { token, hash } = this.seal.tokenOf(seed, key.purpose);
    const now = this.clock.now();
    const { identifiers } = await manager.insert(LinkTokenEntity, {
      ...columnsOf(key),
      hash,
      seed,
      expiresAt: new Date(now.getTime() + ttlMs),
      createdAt: now,
    });
    return { id: (identifiers[0] as { id: string }).id, token };
  }

  override async issueOnce(key: LinkKey, ttlMs: number): Promise<string> {
    const manager = this.inTransaction();
    // Two workers with the same step wait for each other here; the second finds what the first made.
    await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [Object.values(columnsOf(key)).join('_')]);
    const standing = await this.newest(key);
    return standing ? standing.id : (await this.issue(key, ttlMs)).id;
  }

  override async tokenFor(key: LinkKey): Promise<string | null> {
    const newest = await this.newest(key);
    return newest && !newest.usedAt ? this.seal.tokenOf(newest.seed, key.purpose).token : null;
  }

  override async tokenOf(id: string): Promise<string | null> {
    const where = { id, usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    const found = await this.unitOfWork.manager.findOneBy(LinkTokenEntity, where);
    return found && this.seal.tokenOf(found.seed, found.purpose).token;
  }

  override async look(token: string, purpose: LinkPurpose): Promise<Link> {
    const hash = this.seal.hashOf(token, purpose);
    const found = hash && (await this.unitOfWork.manager.findOneBy(LinkTokenEntity, { hash, purpose }));
    if (!found) throw accountErrors.linkUnknown();
    return linkOf(found);
  }

  override async peek(token: string, purpose: LinkPurpose): Promise<Link> {
    return this.open(await this.look(token, purpose));
  }

  override async redeem(token: string, purpose: LinkPurpose): Promise<Link> {
    const link = this.open(await this.locked(token, purpose));
    const usedAt = this.clock.now();
    await this.unitOfWork.manager.update(LinkTokenEntity, { id: link.id }, { usedAt });
    return { ...link, usedAt };
  }

  override async restore(token: string, purpose: LinkPurpose): Promise<Link> {
    const link = this.open({ ...(await this.locked(token, purpose)), usedAt: null });
    await this.unitOfWork.manager.update(LinkTokenEntity, { id: link.id }, { usedAt: null });
    return link;
  }

  private async locked(token: string, purpose: LinkPurpose): Promise<Link> {
    const manager = this.inTransaction();
    const hash = this.seal.hashOf(token, purpose);
    const found = hash && (await manager.findOne(LinkTokenEntity, { where: { hash, purpose }, lock: { mode: 'pessimistic_write' } }));
    if (!found) throw accountErrors.linkUnknown();
    return linkOf(found);
  }

  override async revoke(key: LinkKey): Promise<number> {
    const now = this.clock.now();
    const { accountId, ...subject } = columnsOf(key);
    const { affected } = await this.unitOfWork.manager.update(
      LinkTokenEntity,
      { ...subject, ...(accountId && { accountId }), usedAt: IsNull(), expiresAt: MoreThan(now) },
      { expiresAt: now },
    );
    return affected ?? 0;
  }

  override async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_AFTER_EXPIRY);
    const { affected } = await this.unitOfWork.manager.delete(LinkTokenEntity, { expiresAt: LessThan(before) });
    return affected ?? 0;
  }

  private open(link: Link): Link {
    if (link.usedAt) throw accountErrors.linkUsed();
    if (link.expiresAt <= this.clock.now()) throw accountErrors.linkExpired();
    return link;
  }

  private newest(key: LinkKey): Promise<LinkTokenEntity | null> {
    return this.unitOfWork.manager.findOne(LinkTokenEntity, {
      where: { ...columnsOf(key), accountId: key.accountId ?? IsNull(), expiresAt: MoreThan(this.clock.now()) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  private inTransaction(): EntityManager {
    const { manager } = this.unitOfWork;
    if (!manager.queryRunner?.isTransactionActive) throw new Error('a link is made and used inside a transaction');
    return manager;
  }
}

const columnsOf = ({ purpose, subjectId, accountId }: LinkKey): LinkKey => ({ purpose, subjectId, accountId });

const linkOf = ({ id, purpose, subjectId, accountId, expiresAt, usedAt }: LinkTokenEntity): Link => ({
  id,
  purpose,
  subjectId,
  accountId,
  expiresAt,
  usedAt,
});
