import { DiscreetLogger, withoutSecrets } from './discreet-logger';

describe('a line of the log', () => {
  it.each([
    ['postgres://mantianxing:hunter2@db:5432/x refused', 'hunter2'],
    ['authorization: Bearer abc.def-ghi', 'abc.def'],
    ['{"password":"长夜灯火2026","login":"x"}', '长夜灯火'],
    ['x-csrf-token=zzz999', 'zzz999'],
    ['set-cookie: mtx_session=s3ss10n; Path=/', 's3ss10n'],
    ['cookie: size=large; mtx_csrf=t0k', 't0k'],
    ['SESSION_SECRET=0123456789', '0123456789'],
    ['EMBEDDER_API_KEY: sk-12', 'sk-12'],
    ['https://oapi.dingtalk.com/robot/send?access_token=r0b0t', 'r0b0t'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=w3com', 'w3com'],
    ['https://open.feishu.cn/open-apis/bot/v2/hook/0123456789abcdef0123', '0123456789abcdef'],
    ['mail to zhou.min@xingjiang.gov.cn failed', 'zhou.min'],
    ['call 13812345678', '13812345678'],
    ['call 023-60001234 now', '60001234'],
  ])('says nothing of what is secret in %s', (line, secret) => expect(withoutSecrets(line)).not.toContain(secret));

  it('keeps what helps', () => {
    const line = 'POST /api/scenarios 0190a0a0-0000-7000-8000-000000000000: 场景发布服务 ECONNREFUSED 127.0.0.1:4101 in 1234567890123 ms';
    expect(withoutSecrets(line)).toBe(line);
  });

  it('passes through the logger, stack included', () => {
    const written: string[] = [];
    const write = (text: unknown) => Boolean(written.push(String(text)));
    const spies = [jest.spyOn(process.stdout, 'write').mockImplementation(write), jest.spyOn(process.stderr, 'write').mockImplementation(write)];
    try {
      const logger = new DiscreetLogger();
      logger.error('password=geheim1', 'Error: token=geheim2\n    at x.ts:1');
      logger.warn({ secret: 'geheim3', phone: '13812345678' });
    } finally {
      spies.forEach((spy) => spy.mockRestore());
    }
    expect(written.join('')).toContain('已隐去');
    expect(written.join('')).not.toMatch(/geheim|13812345678/);
  });
});
