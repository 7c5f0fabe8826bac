import { PublishCapability, RegisterCapability } from '@mantianxing/capability';
import type { CapabilityContent, CapabilityView } from '@mantianxing/contracts';
import type { Market } from './market';
import { aFirm, type BuiltFirm } from './organizations';

/** A content that is complete; change what the spec is about. */
export const COMPLETE_CAPABILITY: CapabilityContent = {
  kind: 'SOLUTION',
  name: '视频烟火识别与联动平台',
  summary: '用现有摄像头识别烟雾与明火，15秒内推送到社区和消防，已在三个街道运行。',
  description: '支持国标视频接入，单台服务器并发128路，可与城市运行中心对接。',
  technologyTags: ['视频识别', '物联网'],
  sectors: ['应急消防', '城市治理'],
  adaptedPlatforms: ['鲲鹏', '麒麟'],
  cases: ['某街道充电棚烟火识别'],
  deliveryDays: 45,
};

export interface CapabilityBuilder {
  with(content: Partial<CapabilityContent>): CapabilityBuilder;
  of(firm: BuiltFirm): CapabilityBuilder;
  draft(): Promise<CapabilityView>;
  published(): Promise<CapabilityView>;
}

/** A capability, taken as far as asked by its firm, which says each time that it is no duplicate: `aCapability(market).with({…}).published()`. */
export function aCapability(
  market: Market,
  content: CapabilityContent = COMPLETE_CAPABILITY,
  firm?: BuiltFirm,
): CapabilityBuilder {
  let owner = firm;
  const own = async (): Promise<BuiltFirm> => (owner ??= await aFirm(market));
  const draft = async () => market.get(RegisterCapability).execute((await own()).member, { content });
  const published = async () => {
    const { id, version } = await draft();
    return market.get(PublishCapability).execute((await own()).member, id, version, true);
  };
  return {
    with: (changes) => aCapability(market, { ...content, ...changes }, owner),
    of: (another) => aCapability(market, content, another),
    draft,
    published,
  };
}
