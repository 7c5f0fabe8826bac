import { Test, type TestingModule } from '@nestjs/testing';
import { CalendarModule } from '@mantianxing/calendar';
import { ROUTES, UnavailableError, type Job, type JobPayloads } from '@mantianxing/contracts';
import { DatabaseModule } from '@mantianxing/database';
import {
  NOTIFICATION_ENTITIES,
  NotificationModule,
  RecordNotifications,
  SendDelivery,
  SweepDeliveries,
  type Notice,
  type Recipient,
  type SendingDesk,
} from '@mantianxing/notification';
import { OutboxFeed, OutboxModule } from '@mantianxing/outbox';
import { Clock, PlatformModule, type Env } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../database';
import { freePort } from '../free-port';
import { openMailBox, type MailBox } from '../mail-box';
import { SetClock, testEnv } from './market';

export const aNotice = (title = '老旧小区充电安全监测'): Notice => ({
  template: 'scenario.published',
  params: { title },
  link: '/scenarios/1',
});

/**
 * Two workers with connections and transports of their own over one database and one mail server, without the
 * queue: a spec runs their jobs itself, in whatever order and as often as it likes.
 */
export class PostOffice {
  readonly clock = new SetClock();
  /** Who is reached where; taking somebody out makes them unreachable. */
  readonly addresses = new Map<string, string>();
  /** What the app knows besides addresses. */
  desk: Omit<SendingDesk, 'reach'> = {};
  mail: MailBox;
  private readonly workers: TestingModule[] = [];
  private drop: () => Promise<void>;

  static async open(own: Partial<Env> = {}): Promise<PostOffice> {
    const office = new PostOffice();
    const database = await freshDatabase();
    office.drop = database.drop;
    office.mail = await openMailBox(await freePort());
    const settings = { SMTP_URL: office.mail.url, MAIL_FROM: '平台 <no-reply@mtx.example>', PUBLIC_URL: 'https://mtx.example', ...own };
    for (let count = 0; count < 2; count += 1) {
      const app = await Test.createTestingModule({
        imports: [
          PlatformModule.forRoot({ ...testEnv(database.url), ...settings }),
          DatabaseModule.forRoot({ entities: NOTIFICATION_ENTITIES }),
          OutboxModule,
          CalendarModule,
          NotificationModule,
        ],
      })
        .overrideProvider(Clock)
        .useValue(office.clock)
        .compile();
      app.useLogger(false);
      office.workers.push(app);
    }
    return office;
  }

  /** Forgets what was taken and refuses nobody. */
  clear(): void {
    this.mail.mails.length = 0;
    this.mail.refuse.clear();
    this.mail.beforeAccepting = async () => undefined;
  }

  async mailServerReturns(): Promise<void> {
    this.mail = await openMailBox(Number(new URL(this.mail.url).port));
  }

  pass(ms: number): void {
    this.clock.at = new Date(this.clock.at.getTime() + ms);
  }

  sql<T = { id: string }>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.worker(0).get(DataSource).query(text, values);
  }

  async person(name: string, email: string | null): Promise<Recipient> {
    const [row] = await this.sql(
      `with p as (insert into account.person (name, email) values ($1, $2) returning id)
       insert into account.account (person_id, login) select id, 'login-' || id from p returning id`,
      [name, email],
    );
    const accountId = row?.id as string;
    if (email) this.addresses.set(accountId, email);
    return { accountId, email };
  }

  async event(): Promise<string> {
    const [row] = await this.sql(
      `insert into outbox.event (name, subject_id, revision, ids) values ('scenario.published', uuidv7(), 1, '{}') returning id`,
    );
    return row?.id as string;
  }

  record(eventId: string, people: Recipient[], { worker = 0, notice = aNotice() } = {}): Promise<Job[]> {
    const notices = people.map((recipient) => ({ recipient, notice }));
    return this.worker(worker).get(RecordNotifications).execute(eventId, notices);
  }

  deliver(job: Job | undefined, { worker = 0 } = {}): Promise<void> {
    const { deliveryId } = job?.payload as JobPayloads['deliver'];
    const reach = async (id: string) => ({ name: '陈静', email: this.addresses.get(id) ?? null });
    return this.worker(worker).get(SendDelivery).execute(deliveryId, { reach, ...this.desk });
  }

  /** What the sweeps find due is sent: the events they raise become jobs, worked off by one worker. */
  async sweep({ worker = 0 } = {}): Promise<void> {
    const sweep = this.worker(worker).get(SweepDeliveries);
    await sweep.ripen(this.clock.now());
    await sweep.revive(this.clock.now());
    await this.relay({ worker });
  }

  /** Works off what waits in the outbox. */
  async relay({ worker = 0 } = {}): Promise<void> {
    const jobs: Job[] = [];
    await this.worker(worker).get(OutboxFeed).drain(1000, async (events) => void jobs.push(...events.flatMap((event) => ROUTES[event.name](event))));
    for (const job of jobs) await this.deliver(job, { worker }).catch(tryLater);
  }

  deliveriesOf(eventId: string): Promise<{ status: string; attempts: number; last_error: string }[]> {
    return this.sql(
      `select d.status, d.attempts, d.last_error from notification.delivery d
       join notification.notification n on n.id = d.notification_id where n.event_id = $1 order by d.id`,
      [eventId],
    );
  }

  get<T>(door: abstract new (...args: never[]) => T): T {
    return this.worker(0).get(door as never);
  }

  /** A door of one of the two workers. */
  getFrom<T>(worker: number, door: abstract new (...args: never[]) => T): T {
    return this.worker(worker).get(door as never);
  }

  hashAddresses(): Promise<number> {
    return this.worker(0).get(SweepDeliveries).hashAddresses(this.clock.now());
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.get(DataSource).destroy()));
    await this.mail.close();
    await this.drop();
  }

  private worker(index: number): TestingModule {
    return this.workers[index] as TestingModule;
  }
}

/** As the queue takes it: another try will follow. */
function tryLater(error: unknown): void {
  if (!(error instanceof UnavailableError)) throw error;
}
