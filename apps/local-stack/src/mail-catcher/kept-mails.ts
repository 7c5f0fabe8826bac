import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { plainFileError } from '../plain-error';

/** More than anybody looks through; older ones go when new ones come. */
export const KEPT = 500;
const FILE = /^[0-9a-z]{9}-[0-9a-z]{4}\.json$/;

export interface CaughtMail {
  id: string;
  receivedAt: string;
  from: string;
  /** Addresses of the envelope: who would have got it. */
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string;
}

/** The newest mails, on disk and in memory; each file is written whole or not at all. */
export class KeptMails {
  private mails: CaughtMail[] = [];
  private count = 0;

  /** Takes up what earlier runs kept in `folder`. */
  constructor(
    private readonly folder: string,
    private readonly most = KEPT,
  ) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    } catch (error) {
      throw plainFileError(error, folder);
    }
    const files = readdirSync(folder).filter((name) => FILE.test(name)).sort();
    this.mails = files.flatMap((name) => this.read(name));
    this.trim();
  }

  /** Newest first; `to` keeps those for one address. */
  list(to = ''): CaughtMail[] {
    const wanted = to.trim().toLowerCase();
    const fitting = this.mails.filter((mail) => !wanted || mail.to.some((one) => one.toLowerCase().includes(wanted)));
    return fitting.reverse();
  }

  one(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  async add(raw: Buffer, to: string[], at = new Date()): Promise<CaughtMail> {
    const mail = await PostalMime.parse(raw);
    const sender = mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : mail.from?.address;
    this.count = (this.count + 1) % 36 ** 4;
    const kept: CaughtMail = {
      id: `${at.getTime().toString(36).padStart(9, '0')}-${this.count.toString(36).padStart(4, '0')}`,
      receivedAt: at.toISOString(),
      from: sender ?? '',
      to,
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
    };
    const file = join(this.folder, `${kept.id}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    this.mails.push(kept);
    this.trim();
    return kept;
  }

  private read(name: string): CaughtMail[] {
    try {
      return [JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as CaughtMail];
    } catch {
      rmSync(join(this.folder, name), { force: true });
      return [];
    }
  }

  private trim(): void {
    const surplus = this.mails.splice(0, Math.max(0, this.mails.length - this.most));
    for (const { id } of surplus) rmSync(join(this.folder, `${id}.json`), { force: true });
  }
}
