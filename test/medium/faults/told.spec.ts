import { toldByMail, toldInTheInbox, type Expected, type RecordedMail } from '../../faults/checks/told';
import { ASKED, type SeenMessages } from '../../faults/load/load';
import type { StoredMail } from '../../faults/parts/mail';
import { Seeded } from '../../faults/seeded';

const PAIRING = '01a201a4-0f29-7895-aa73-be7141c5e529';
const LINK = `/firm/pairings#${PAIRING}`;
const expected: Expected[] = [{ login: 'liheng', pairingId: PAIRING, subject: ASKED, must: true, about: 'being asked' }];
const nobodyUndone = new Set<string>();

const message = (id: string, subject = '请在11月27日前答复：是否对接《沿街…》') =>
  [id, { id, subject, link: LINK, body: '', at: '', readAt: null, deliveries: [] as { channel: string; stateLabel: string; at: string }[] }] as const;
const inbox = (...messages: ReturnType<typeof message>[]): Map<string, SeenMessages> => new Map([['liheng', new Map(messages)]]);

describe('what the fault run says of inboxes', () => {
  it('finds nothing where the one message is there', () => {
    expect(toldInTheInbox(expected, nobodyUndone, inbox(message('a')))).toMatchObject({ findings: [], figures: { told: 1 } });
  });

  it('finds a message that was lost, whatever else is there', () => {
    const { findings } = toldInTheInbox(expected, nobodyUndone, inbox(message('a', '双方已同意对接：《沿街…》')));
    expect(findings).toEqual(['lost: liheng has no message about being asked']);
  });

  it('finds a message that came twice', () => {
    const { findings } = toldInTheInbox(expected, nobodyUndone, inbox(message('a'), message('b')));
    expect(findings).toEqual(['doubled: liheng has 2 messages about being asked']);
  });

  it('finds that somebody was told of a pairing that had been taken back', () => {
    const { findings } = toldInTheInbox([], new Set([PAIRING]), inbox(message('a')));
    expect(findings).toHaveLength(1);
  });
});

describe('what the fault run says of mails', () => {
  const recorded = (messageId: string, rest: Partial<RecordedMail> = {}): RecordedMail => ({
    ...{ messageId, link: LINK, login: 'liheng', template: 'consent.asked.firm', status: 'SENT', answered: false },
    ...rest,
  });
  const taken = (messageId: string, at: number): StoredMail => ({ messageId, at, to: ['hezuo@liheng.example.cn'], subject: '', body: '' });
  const killed = (at: number) => [{ at, what: 'matcher-worker-1', because: 'one worker ends' }];

  it('explains a mail taken twice by a kill at its first acceptance, and counts it', () => {
    const result = toldByMail(expected, [recorded('<1>')], [taken('<1>', 10_000), taken('<1>', 80_000)], killed(10_300));
    expect(result).toMatchObject({ findings: [], figures: { mails: 2, messageIds: 1, doublesExplained: 1 } });
  });

  it('finds a mail taken twice without one', () => {
    const { findings } = toldByMail(expected, [recorded('<1>')], [taken('<1>', 10_000), taken('<1>', 80_000)], killed(40_000));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^doubled: <1>/);
  });

  it('finds two Message-IDs for one message, a mail that never came, and one nobody wrote down', () => {
    const two = toldByMail(expected, [recorded('<1>'), recorded('<2>')], [taken('<1>', 1), taken('<2>', 2)], []);
    expect(two.findings).toEqual(['doubled: 2 Message-IDs to liheng about being asked']);
    const none = toldByMail(expected, [recorded('<1>')], [taken('<3>', 1)], []);
    expect(none.findings).toEqual(['lost: no mail to liheng about being asked', 'a mail nobody recorded: <3> ()']);
  });

  it('misses no mail that was dropped because its question had been answered, but one that was dropped without that', () => {
    const dropped = (answered: boolean) => toldByMail(expected, [recorded('<1>', { status: 'CANCELLED', answered })], [], []);
    expect(dropped(true)).toMatchObject({ findings: [], figures: { answeredBefore: 1 } });
    expect(dropped(false).findings).toEqual(['lost: no mail to liheng about being asked']);
  });
});

describe('the chance of a fault run', () => {
  it('can be had again from its seed, branch by branch', () => {
    const draw = (seed: number, branch: string) => Array.from({ length: 5 }, (_, index) => new Seeded(seed).branch(branch).shuffle([1, 2, 3, 4, 5, 6])[index]);
    expect(draw(7, 'faults')).toEqual(draw(7, 'faults'));
    expect(draw(7, 'faults')).not.toEqual(draw(8, 'faults'));
    expect(draw(7, 'faults')).not.toEqual(draw(7, 'load'));
  });
});
