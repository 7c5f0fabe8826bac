import type { ReviewQueueView, SuggestionRowView } from '@mantianxing/contracts';
import { parseAddress } from './address';
import { deskReducer, type Move } from './desk-moves';
import { approvedCount, freshCount, initialState, isEnough, isOpen, ordered, type DeskState } from './desk-state';

const row = (id: string, over: Partial<SuggestionRowView> = {}) =>
  ({
    id,
    version: 1,
    status: 'OPEN',
    scenarioId: 'A',
    firmId: id,
    firmName: `企业${id}`,
    scenarioTitle: '场景',
    band: 'RECOMMENDED',
    toVerify: [],
    ...over,
  }) as SuggestionRowView;
const view = (...rows: SuggestionRowView[]): ReviewQueueView => ({
  rows,
  total: rows.length,
  approvedOf: { A: 1 },
  enough: 3,
});
const play = (state: DeskState, ...moves: Move[]) => moves.reduce(deskReducer, state);
const desk = (...rows: SuggestionRowView[]) =>
  play(initialState(parseAddress('')), { type: 'loaded', view: view(...rows) });
const five = () =>
  desk(row('1'), row('2'), row('3', { scenarioId: 'B' }), row('4'), row('5', { scenarioId: 'B' }));
const approve = (...ids: string[]): Move => ({ type: 'decide', ids, decision: 'APPROVED' });
const done = (id: string, version = 2): Move => ({
  type: 'settled',
  id,
  decision: 'APPROVED',
  view: { id, status: 'APPROVED', statusLabel: '已通过', version, undoUntil: '2026-11-22T10:00:00Z' },
});

describe('after a decision the focus goes', () => {
  it('to the next undecided row as it stands on the screen', () => {
    expect(ordered(five()).map((r) => r.id)).toEqual(['1', '2', '4', '3', '5']);
    expect(play(five(), { type: 'go', id: '2' }, approve('2')).at).toBe('4');
    expect(play(five(), approve('2'), { type: 'go', id: '1' }, approve('1')).at).toBe('4');
  });
  it('to the one before when none follows, and nowhere when all is done', () => {
    expect(play(five(), { type: 'go', id: '5' }, approve('5')).at).toBe('3');
    const all = play(five(), approve('1'), approve('2'), approve('4'), approve('3'), approve('5'));
    expect([all.at, all.said]).toEqual([null, '已通过，已审完']);
  });
  it('on at once, and says what comes next', () => {
    const after = play(five(), approve('1'));
    expect(after.said).toBe('已通过，下一条：企业2，推荐');
    expect(after.progress['1']?.phase).toBe('sending');
  });
  it('nowhere else when the answer comes', () => {
    const before = play(five(), approve('1'));
    const after = play(before, done('1'));
    expect([after.at, after.focus]).toEqual([before.at, before.focus]);
  });
});

describe('a decision the server did not take', () => {
  it('brings the row back in its place with the cause and the typed note', () => {
    const after = play(
      five(),
      { type: 'decide', ids: ['1'], decision: 'REJECTED', note: '等保' },
      { type: 'refused', id: '1', cause: '网络中断' },
    );
    expect(after.progress['1']).toEqual({ phase: 'refused', cause: '网络中断', note: '等保' });
    expect(isOpen(after, after.rows[0]!)).toBe(true);
    expect([ordered(after)[0]?.id, after.at, after.undo]).toEqual(['1', '2', []]);
  });
  it('because someone was first counts as done and moves nothing', () => {
    const cause = '您的操作未生效：王芳10:20已“驳回”';
    const after = play(five(), approve('1'), { type: 'overtaken', id: '1', cause });
    expect([after.at, after.said, after.trouble, isOpen(after, after.rows[0]!)]).toEqual([
      '2',
      cause,
      '1',
      false,
    ]);
    expect(play(after, { type: 'close-report' }).trouble).toBeNull();
  });
});

describe('new rows', () => {
  it('wait until they are asked for, and never move the cursor', () => {
    const polled = play(
      five(),
      { type: 'go', id: '4' },
      { type: 'polled', view: view(row('0'), ...five().rows) },
    );
    expect([polled.at, polled.rows.length, freshCount(polled)]).toEqual(['4', 5, 1]);
    const taken = play(polled, { type: 'take-new' });
    expect([taken.at, taken.rows.map((r) => r.id).includes('0'), freshCount(taken)]).toEqual(['4', true, 0]);
  });
  it('do not bring a decided row back, but do bring a reopened one', () => {
    const decided = play(five(), approve('1'), done('1', 2));
    expect(
      play(decided, { type: 'polled', view: view(...five().rows) }, { type: 'take-new' }).rows.map(
        (r) => r.id,
      ),
    ).not.toContain('1');
    const reopened = play(decided, { type: 'polled', view: view(row('1', { version: 3 })) });
    expect(reopened.progress['1']).toBeUndefined();
  });
  it('renew scores in place, and mark what has left', () => {
    const after = play(five(), {
      type: 'polled',
      view: view(row('1', { version: 2 }), row('2'), row('3'), row('4')),
    });
    expect([after.rows[0]?.version, after.progress['5']?.phase]).toEqual([2, 'gone']);
  });
});

describe('selection', () => {
  it('runs from the last chosen row', () => {
    const after = play(five(), { type: 'toggle', id: '2' }, { type: 'range', id: '3' });
    expect(after.selected).toEqual(['2', '4', '3']);
    expect(play(five(), { type: 'step', by: 1, extend: true }).selected).toEqual(['1', '2']);
  });
  it('holds fifty at most and no decided row', () => {
    const many = desk(...Array.from({ length: 60 }, (_, n) => row(String(n))));
    expect(play(many, approve('0'), { type: 'select-all' }).selected).toHaveLength(50);
    expect(play(many, approve('0'), { type: 'toggle', id: '0' }).selected).toEqual([]);
  });
  it('is one step to take back after a bulk decision', () => {
    const after = play(five(), approve('1', '2'), done('1'), done('2'));
    expect(after.undo).toEqual([['1', '2']]);
    const back = play(
      after,
      { type: 'undoing', ids: ['1', '2'] },
      { type: 'undone', id: '1', version: 3 },
      { type: 'undone', id: '2', version: 3 },
    );
    expect([back.undo, back.progress, back.rows[0]?.version]).toEqual([[], {}, 3]);
  });
});

it('counts approvals once: the server’s and those since', () => {
  const sent = play(five(), approve('1'));
  expect(approvedCount(sent, 'A')).toBe(2);
  const counted = play(sent, done('1'), {
    type: 'polled',
    view: { ...view(row('2')), approvedOf: { A: 2 } },
  });
  expect(approvedCount(counted, 'A')).toBe(2);
});
it('goes to the next group and keeps its row when regrouped', () => {
  expect(play(five(), { type: 'step-group', by: 1 }).at).toBe('3');
  expect(play(five(), { type: 'go', id: '4' }, { type: 'group-by', by: 'firm' }).at).toBe('4');
});

describe('够了', () => {
  const three = () => play(five(), approve('1'), approve('2'), { type: 'go', id: '4' });
  const held: Move = { type: 'stopped', rows: [{ id: '4', version: 2 }, { id: 'elsewhere', version: 2 }] };

  it('is offered for an open row whose scenario has enough, those under way counted', () => {
    expect(isEnough(play(five(), approve('1'), { type: 'go', id: '2' }), row('2'))).toBe(false);
    expect(isEnough(three(), row('4'))).toBe(true);
    expect(isEnough(three(), row('3', { scenarioId: 'B' }))).toBe(false);
    expect(isEnough(play(three(), held), row('4'))).toBe(false);
  });
  it('lets the rest of the scenario be and goes on to the next', () => {
    const after = play(three(), held);
    expect(after.progress['4']).toEqual({ phase: 'held', version: 2 });
    expect([after.at, after.said]).toEqual(['3', '已停止本场景，其余2条不再审核，下一条：企业3，推荐']);
  });
  it('is one step that can be taken back', () => {
    const stopped = play(three(), held);
    expect(stopped.undo.at(-1)).toEqual(['4']);
    const back = play(stopped, { type: 'resumed', rows: [{ id: '4', version: 3 }] });
    expect([back.at, back.undo.length, isOpen(back, row('4'))]).toEqual(['4', 2, true]);
    expect(back.rows.find(({ id }) => id === '4')?.version).toBe(3);
  });
  it('leaves the figure of a scenario that has nothing more to review', () => {
    const after = play(five(), approve('1'), done('1'), { type: 'polled', view: { ...view(), approvedOf: {} } });
    expect(approvedCount(after, 'A')).toBe(2);
  });
  it('is over for a row that another person has taken up again', () => {
    const back = play(three(), held, { type: 'polled', view: view(row('4', { version: 3 })) });
    expect(back.progress['4']).toBeUndefined();
  });
});

describe('回避', () => {
  const view = { id: 'r1', hidden: ['2', '4', 'elsewhere'], undoUntil: '2026-11-22T10:00:00Z' };
  const gone = () => play(five(), { type: 'go', id: '2' }, { type: 'recused', view });

  it('takes all of that party out of the person’s hands, and goes on', () => {
    const after = gone();
    expect(after.progress['4']).toEqual({ phase: 'recused', recusal: 'r1', undoUntil: Date.parse(view.undoUntil) });
    expect([isOpen(after, row('2')), after.at, after.said]).toEqual([false, '3', '已回避2条，由其他专员办理，下一条：企业3，推荐']);
  });
  it('is one step that can be taken back', () => {
    const back = play(gone(), { type: 'unrecused', ids: ['2', '4'] });
    expect([back.at, back.undo, isOpen(back, row('4'))]).toEqual(['2', [], true]);
  });
});
