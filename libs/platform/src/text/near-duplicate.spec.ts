import {
  fingerprintOf,
  NEAR_DUPLICATE,
  percentOf,
  signatureOf,
  similarity,
  type ComparedText,
} from './near-duplicate';

const NEED: ComparedText = {
  head: '',
  body: [
    '老旧小区充电安全监测',
    '星江区应急局对全区300个充电点的烟火、过载和违规停放进行识别，15秒内告警到社区；星江区应急局须能远程查看现场。',
    '充电点视频接入、烟火识别、告警推送到社区网格员。不含充电桩计费与改造。',
  ].join('\n'),
  names: ['星江区应急局'],
};
const PLATFORM: ComparedText = {
  head: '山城安联视频烟火识别与联动平台\n用现有摄像头识别烟雾与明火，15秒内推送到社区和消防，已在三个街道运行。',
  body: '支持国标视频接入，单台服务器并发128路，可与城市运行中心对接。',
  names: ['重庆山城安联科技有限公司'],
};
const alike = (one: ComparedText, other: ComparedText) =>
  similarity(fingerprintOf(one), fingerprintOf(other));
const meet = (one: ComparedText, other: ComparedText) =>
  signatureOf(one).filter((key) => signatureOf(other).includes(key)).length;
const need = (body: string, names = NEED.names): ComparedText => ({ head: '', body, names });

const RETYPED: [string, ComparedText, ComparedText][] = [
  [
    'other punctuation',
    NEED,
    need(NEED.body.replaceAll('，', ',').replaceAll('；', '。').replaceAll('、', ' ')),
  ],
  ['no punctuation inside', NEED, need(NEED.body.replace(/[，、；]/gu, ''))],
  ['full-width digits', NEED, need(NEED.body.replace('300', '３００').replace('15', '１５'))],
  [
    'capitals',
    { ...PLATFORM, body: `${PLATFORM.body}NB-IoT接入` },
    { ...PLATFORM, body: `${PLATFORM.body}nb-iot接入` },
  ],
  [
    'Traditional characters',
    PLATFORM,
    {
      head: '山城安聯視頻煙火識別與聯動平臺\n用現有攝像頭識別煙霧與明火，15秒內推送到社區和消防，已在三個街道運行。',
      body: '支持國標視頻接入，單臺服務器並發128路，可與城市運行中心對接。',
      names: ['重慶山城安聯科技有限公司'],
    },
  ],
  [
    'sentences the other way round',
    NEED,
    need(
      NEED.body
        .split(/[\n；。]/u)
        .reverse()
        .join('。'),
    ),
  ],
  [
    'another unit',
    NEED,
    need(NEED.body.replaceAll('星江区应急局', '北岭区消防救援局'), ['北岭区消防救援局']),
  ],
  ['another street', need(`在观音桥街道试点。${NEED.body}`), need(`在大石坝街道试点。${NEED.body}`)],
  [
    'another firm',
    PLATFORM,
    { ...PLATFORM, head: PLATFORM.head.replace('山城安联', '渝感'), names: ['重庆渝感智能科技有限公司'] },
  ],
  [
    'another product name',
    PLATFORM,
    { ...PLATFORM, head: PLATFORM.head.replace('视频烟火识别', '明火烟雾预警') },
  ],
  ['another scenario title', NEED, need(NEED.body.replace('老旧小区充电安全监测', '充电棚安全'))],
];

describe('two texts that are one entry in other dress', () => {
  it.each(RETYPED)('are 0.9 alike with %s, and their signatures meet', (_what, one, other) => {
    expect(one).not.toEqual(other);
    expect(alike(one, other)).toBeGreaterThanOrEqual(NEAR_DUPLICATE);
    expect(meet(one, other)).toBeGreaterThan(0);
  });
});

const FIRM_TALK =
  '山城安联成立于2012年，是国家高新技术企业和区软件业培育企业，拥有CMMI3级资质与软件著作权40余项。' +
  '产品支持鲲鹏、飞腾与麒麟国产化环境，提供标准接口与二次开发，支持私有化部署。' +
  '我公司在本区设有服务团队，提供7×24小时技术支持，质保三年，免费培训，终身升级。';
const OF_ONE_FIRM: [string, string, string, string, string][] = [
  [
    'name, summary and some words of their own',
    '智慧消防联网平台\n烟感、水压与电气火灾一体接入，一分钟内通知值班人员。',
    '覆盖独立烟感、水压液位与可燃气体终端的接入与告警，支持短信和语音通知。',
    '工地扬尘监测系统\n扬尘、噪声与车辆冲洗在线监管，超标自动取证。',
    '接入扬尘、噪声与风速传感器，联动雾炮，识别未冲洗车辆的号牌。',
  ],
  [
    'nothing but name and summary',
    '烟感告警平台\n独立烟感接入与告警。',
    '',
    '扬尘监测系统\n扬尘在线监管与取证。',
    '',
  ],
  [
    'no summary',
    '智慧消防联网平台',
    '接入独立烟感、水压液位与可燃气体终端。',
    '工地扬尘监测系统',
    '接入扬尘噪声传感器，识别未冲洗车辆。',
  ],
];

describe('two products of one firm', () => {
  it.each(OF_ONE_FIRM)(
    'with the same words about the firm are told apart by %s',
    (_by, head, text, otherHead, otherText) => {
      const names = PLATFORM.names;
      const share = alike(
        { head, body: text + FIRM_TALK, names },
        { head: otherHead, body: otherText + FIRM_TALK, names },
      );
      expect(share).toBeLessThan(0.8);
    },
  );

  it('are still one when only the words about the firm differ', () => {
    const { head, body, names } = PLATFORM;
    expect(alike({ head, body: body + FIRM_TALK.slice(0, 60), names }, PLATFORM)).toBeGreaterThanOrEqual(
      NEAR_DUPLICATE,
    );
  });
});

describe('one word about versions in a long clause', () => {
  it('costs its own length, not the clause', () => {
    const clause = '接入独立烟感水压液位电气火灾与可燃气体终端并按楼栋楼层户室三级定位推送告警到值班人员手机';
    const body = `${clause}，联动门禁与广播。`;
    const other = body.replace('，', '新版本，');
    expect(alike({ ...PLATFORM, body }, { ...PLATFORM, body: other })).toBeGreaterThanOrEqual(NEAR_DUPLICATE);
  });
});

describe('the measure', () => {
  const texts = [
    ...RETYPED.flatMap(([, one, other]) => [one, other]),
    NEED,
    PLATFORM,
    need('a'),
    need('充电安全'),
  ];
  it('is the same both ways, lies between 0 and 1, and is 1 for the same text', () => {
    for (const one of texts) {
      expect(alike(one, { ...one })).toBe(1);
      for (const other of texts) {
        const share = alike(one, other);
        expect(share).toBe(alike(other, one));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });

  it('finds nothing in common with an empty text or a foreign one', () => {
    expect(alike(need(''), need(''))).toBe(0);
    expect(alike(NEED, need('  ，。'))).toBe(0);
    expect(alike(NEED, PLATFORM)).toBeLessThan(0.5);
    expect(signatureOf(need('。'))).toEqual([]);
  });

  it('rounds down, so that 90 is never said of less than 0.9', () => {
    expect([0.899999, 0.9, 0.29, 1].map(percentOf)).toEqual([89, 90, 29, 100]);
  });

  it('signs with 24 numbers PostgreSQL keeps as integers', () => {
    const signature = signatureOf(NEED);
    expect(signature).toHaveLength(24);
    expect(signature.every((key) => Number.isInteger(key) && Math.abs(key) <= 2 ** 31)).toBe(true);
  });
});
