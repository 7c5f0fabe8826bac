// Seeded lists of any size for benchmarks: node test/bench/match-lists-generate.mjs FOLDER SCENARIOS CAPABILITIES [xlsx|jsonl]
import { createWriteStream, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOMAINS, HELD, PLATFORMS, QUALITIES, SURNAMES, VERBS } from './match-lists-words.mjs';

/** mulberry32: the same seed gives the same lists on every machine. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const tools = (seed) => {
  const next = random(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const some = (list, count) => [...list].sort(() => next() - 0.5).slice(0, count);
  const number = (from, to) => from + Math.floor(next() * (to - from + 1));
  return { one, some, number };
};

export function* scenarios(count, seed = 7) {
  const { one, some, number } = tools(seed);
  for (let index = 1; index <= count; index++) {
    const [sector, things, means] = one(DOMAINS);
    const wanted = some(things, number(1, 3));
    yield {
      编号: `S${index}`,
      场景名称: `${one(['东', '西', '南', '北'])}片区${wanted[0]}${one(['应用', '系统', '试点'])}${index}`,
      需求描述: `${one(VERBS)}${wanted.join('、')}能力，覆盖${number(5, 90)}个点位，要求${some(QUALITIES, 3).join('，')}。`,
      建设内容: `${wanted.join('、')}，数据接入、告警处置、统计分析`,
      不包括: '土建和网络线路改造',
      验收指标: `准确率不低于${number(80, 98)}%，稳定运行${number(30, 90)}天`,
      所属领域: sector,
      技术关键词: some(means, 2).join('、'),
      业主单位: `第${number(1, 60)}工作单位`,
      '投资估算（万元）': number(10, 400),
      资质要求: number(1, 5) === 1 ? one(HELD) : '',
      截止时间: `2027年${number(1, 12)}月${number(1, 28)}日`,
    };
  }
}

export function* capabilities(count, seed = 11) {
  const { one, some, number } = tools(seed);
  for (let index = 1; index <= count; index++) {
    const [sector, things, means] = one(DOMAINS);
    const offered = some(things, number(1, 3));
    yield {
      编号: `C${index}`,
      企业名称: `${one(SURNAMES)}${one(SURNAMES)}软件有限公司${number(1, 7000)}`,
      是否本地: one(['是', '是', '否']),
      企业规模: one(['大型', '中型', '小型', '微型']),
      能力名称: `${one(SURNAMES)}${offered[0]}平台${index}`,
      能力类别: one(['产品', '解决方案', '技术', '服务']),
      一句话简介: `面向${sector}的${offered.join('与')}`,
      能力描述: `提供${offered.join('、')}，基于${some(means, 2).join('和')}，${some(QUALITIES, 3).join('，')}。已用于${number(1, 60)}个项目，累计接入${number(100, 9000)}台设备。`,
      适用领域: sector,
      技术标签: some(means, 2).join('、'),
      '资质证书（有效期）': some(HELD, number(0, 3)).map((held) => `${held}（至2028-0${number(1, 9)}-15）`).join('、'),
      国产化适配: some(PLATFORMS, number(0, 3)).join('、'),
      应用案例: `${sector}项目${number(1, 900)}`,
    };
  }
}

export async function writeList(path, entries, format) {
  if (format === 'jsonl') {
    const file = createWriteStream(path);
    for (const entry of entries) if (!file.write(`${JSON.stringify(entry)}\n`)) await new Promise((r) => file.once('drain', r));
    return new Promise((resolve) => file.end(resolve));
  }
  const { stream } = createRequire(import.meta.url)('exceljs');
  const book = new stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = book.addWorksheet('清单');
  let headings;
  for (const entry of entries) {
    headings ??= sheet.addRow(Object.keys(entry)).commit() ?? true;
    sheet.addRow(Object.values(entry)).commit();
  }
  await book.commit();
}

export async function generateLists(folder, scenarioCount, capabilityCount, format = 'xlsx') {
  mkdirSync(folder, { recursive: true });
  const paths = [join(folder, `scenarios.${format}`), join(folder, `capabilities.${format}`)];
  await writeList(paths[0], scenarios(scenarioCount), format);
  await writeList(paths[1], capabilities(capabilityCount), format);
  return paths;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, scenarioCount, capabilityCount, format] = process.argv.slice(2);
  console.log((await generateLists(folder, Number(scenarioCount), Number(capabilityCount), format)).join('\n'));
}
