import { SECTORS } from '@mantianxing/contracts';
import { fieldThesaurus } from './index';

/** The words of supply (the thirteen sectors of the district's plan) and the concepts that stand for them. */
const SUPPLY: Record<string, readonly string[]> = {
  工业软件: ['工业软件'],
  信息技术服务: ['软件外包', '运维管理', '软件研发', '算力'],
  数字内容: ['数字内容', '内容生成', '影视动漫', '游戏产业'],
  工业设计: ['工业设计服务'],
  区块链: ['区块链'],
  信创: ['信创', '国产化'],
  人工智能: ['人工智能'],
  元宇宙: ['虚拟现实', '元宇宙平台'],
  数据服务: ['大数据平台', '数据治理', '数据要素'],
  智慧能源: ['能源管理', '新能源'],
  卫星互联网: ['北斗', '遥感', '遥感卫星应用'],
  金融科技: ['金融科技'],
  科研服务业: ['科技服务', '科研管理', '应用场景创新', '检验信息系统'],
};

const DEMAND: Record<(typeof SECTORS)[number], readonly string[]> = {
  政务服务: ['政务服务'],
  城市治理: ['城市治理'],
  应急消防: ['应急管理', '火灾隐患', '安全生产'],
  公共安全: ['公共安全'],
  交通出行: ['智慧交通'],
  住房城建: ['工程建造', '房屋安全'],
  生态环保: ['生态环保'],
  水利水务: ['智慧水务', '智慧水利'],
  农业农村: ['农业农村'],
  医疗健康: ['智慧医疗'],
  养老民政: ['智慧养老', '民政救助'],
  教育: ['智慧教育'],
  文旅: ['文化旅游', '公共文化', '文物保护'],
  商贸物流: ['智慧零售', '物流管理', '电子商务'],
  金融: ['金融科技'],
  工业制造: ['智能制造'],
  能源: ['能源管理', '电网', '新能源'],
  园区楼宇: ['智慧园区', '楼宇管理'],
  企业服务: ['企业服务', '企业诉求', '免申即享', '企业画像'],
  市场监管: ['市场监管'],
  司法法治: ['司法科技', '法律服务', '矛盾调解'],
  人力社保: ['就业服务', '社会保障', '劳动监察', '人力资源管理'],
  数据要素: ['数据要素'],
  网络安全: ['网络安全'],
  信创与基础软件: ['信创', '基础软件'],
  协同办公: ['协同办公'],
  数字内容: ['数字内容', '内容生成', '影视动漫', '游戏产业'],
};

const { concepts } = fieldThesaurus();
const narrower = new Map<string, string[]>();
for (const { name, broader } of concepts) {
  for (const { name: wider } of broader) narrower.set(wider, [...(narrower.get(wider) ?? []), name]);
}

/** What is a kind of one of these, at any depth, and what kinds of product answer it. */
function vocabularyOf(roots: readonly string[]): Set<string> {
  const kinds = [...roots];
  const known = new Set(roots);
  for (let kind = kinds.shift(); kind !== undefined; kind = kinds.shift()) {
    for (const next of narrower.get(kind) ?? []) if (!known.has(next) && known.add(next)) kinds.push(next);
  }
  const answers = concepts.filter(({ name }) => known.has(name)).flatMap(({ answeredBy }) => answeredBy.map(({ name }) => name));
  return new Set([...known, ...answers]);
}

describe('what the thesaurus covers', () => {
  it.each([...Object.entries(SUPPLY), ...Object.entries(DEMAND)])('has at least 20 concepts for %s', (_, roots) => {
    const names = new Set(concepts.map(({ name }) => name));
    expect(roots.filter((root) => !names.has(root))).toEqual([]);
    expect(vocabularyOf(roots).size).toBeGreaterThanOrEqual(20);
  });

  it('says of nearly every concept how it stands to another', () => {
    const related = new Set(concepts.flatMap(({ name, broader, answeredBy }) => {
      const others = [...broader, ...answeredBy].map((relation) => relation.name);
      return others.length > 0 ? [name, ...others] : [];
    }));
    expect(related.size / concepts.length).toBeGreaterThan(0.95);
  });
});
