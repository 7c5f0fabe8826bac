const BROWSERS: [RegExp, string][] = [
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/Lark|Feishu/i, '飞书'],
  [/Edg/, 'Edge'],
  [/QQBrowser/i, 'QQ浏览器'],
  [/360SE|360EE|QIHU/i, '360浏览器'],
  [/Firefox/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/i, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Kylin/i, '国产操作系统'],
  [/Linux/, 'Linux'],
];

/** A browser's User-Agent in the words a person knows the device by. */
export function deviceName(agent: string): string {
  const found = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  return [found(BROWSERS), found(SYSTEMS)].filter(Boolean).join('·') || '其他设备';
}
