import {
  capabilitiesOf,
  countdown,
  dayOf,
  dueIn,
  fenFromWan,
  firmsOf,
  moneyBand,
  momentOf,
  shortFirm,
  waitedSince,
  wanFromFen,
} from './wording';

describe('dates and times', () => {
  it('are those of the district, whatever the computer says', () => {
    expect(momentOf('2026-04-23T18:30:00Z')).toBe('2026-04-24 02:30');
    expect(dayOf('2026-12-31')).toBe('2026-12-31');
  });
  it('count calendar days of the district', () => {
    const now = Date.parse('2026-04-24T01:00:00+08:00');
    expect(waitedSince('2026-04-23T23:00:00+08:00', now)).toBe('待审1天');
    expect(waitedSince('2026-04-24T00:10:00+08:00', now)).toBe('今日到达');
    expect(dueIn('2026-04-27T23:59:00+08:00', now)).toBe('还剩3天（4月27日前）');
    expect(dueIn('2027-04-24T23:59:00+08:00', now)).toBe('还剩365天（2027年4月24日前）');
    expect(dueIn('2026-04-24T23:59:00+08:00', now)).toBe('今日到期');
    expect(dueIn('2026-04-22T10:00:00+08:00', now)).toBe('逾期2天');
  });
  it('say how long a decision can still be taken back', () => {
    expect(countdown(552_000, 0)).toBe('9:12');
    expect(countdown(0, 1)).toBe('');
  });
});

describe('amounts', () => {
  it('are shown as offices write them', () => {
    expect(moneyBand(80_000_000, 120_000_000)).toBe('80万～120万元');
    expect(moneyBand(undefined, 50_000_000)).toBe('50万元以内');
    expect(moneyBand(1_250_000)).toBe('1.25万元');
    expect(moneyBand(15_000_000_000)).toBe('1.5亿元');
    expect(moneyBand()).toBe('');
  });
  it.each([
    ['80', 80_000_000],
    ['８０．５', 80_500_000],
    ['1,200万元', 1_200_000_000],
    ['0.01', 10_000],
  ])('typed as %s are read in 万元', (typed, fen) => expect(fenFromWan(typed)).toBe(fen));
  it.each(['八十万', '-3', '', '1e5', '80元'])('typed as %s are refused', (typed) =>
    expect(fenFromWan(typed)).toBeNull(),
  );
  it('come back as they were typed', () => expect(wanFromFen(fenFromWan('80.55')!)).toBe('80.55'));
});

it('a firm is short in a list, and never nameless', () => {
  expect(shortFirm('重庆楼语数字运维有限公司')).toBe('重庆楼语数字运维');
  expect(shortFirm('渝感科技股份有限公司')).toBe('渝感科技');
  expect(shortFirm('有限公司')).toBe('有限公司');
});

it('the members of a consortium stand side by side, the lead first', () => {
  const joint = {
    firmName: '重庆砺衡工业软件有限公司',
    capabilityName: '车间制造执行系统',
    partners: [{ firmName: '重庆听澜设备智能技术有限公司', capabilityName: '设备预测性维护' }],
  };
  expect(firmsOf(joint)).toBe('重庆砺衡工业软件＋重庆听澜设备智能技术');
  expect(capabilitiesOf(joint)).toBe('车间制造执行系统＋设备预测性维护');
  expect(firmsOf({ ...joint, partners: undefined })).toBe('重庆砺衡工业软件');
});
