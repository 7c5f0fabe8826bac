// From a coordinator's click on 发布 to the first suggestion a matchmaker can see, in milliseconds, on a running
// `npm start` with its sample lists:  node test/bench/publish-to-suggestion.mjs [times]
// Leaves the scenarios it published withdrawn.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { passwordsIn, signedIn } from './portal-person.mjs';

const root = join(import.meta.dirname, '..', '..');
const base = process.env.PUBLIC_URL || 'http://127.0.0.1:4100';
const times = Number(process.argv[2] ?? 20);
const accountsFile = join(process.env.MANTIANXING_DATA || join(root, '.local'), 'accounts.txt');
const passwords = passwordsIn(accountsFile);

async function person(login) {
  const ask = await signedIn(base, login, passwords.get(login));
  return async (method, path, body) => {
    const response = await ask(method, path, body);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
}

const need = (n) => ({
  title: `沿街小餐馆火情早发现（测速${n}）`,
  need: '对200家小餐馆的火灾隐患做到早发现，起火后一分钟内把告警推送给网格员和微型消防站，并能远程查看现场。',
  inScope: '前端感知设备、告警平台、与网格系统对接。',
  outOfScope: '不含消防水管网改造。',
  acceptance: '告警送达时间不超过60秒；误报率不高于3%。',
  sector: '应急消防',
  technologyTags: ['物联网', '视频识别'],
  ownerUnit: '星江区应急局',
  leadUnits: ['星江区应急局'],
  responsibleUnits: ['星江区大数据发展局'],
  ...{ contactName: '周敏', contactPost: '信息科科长', contactPhone: '023-60001234' },
  ...{ fundingSource: 'DISTRICT_BUDGET', fundingMinFen: 60_000_000, fundingMaxFen: 90_000_000 },
  ...{ fundingStatus: 'BUDGETED', fundingProof: '2027年部门预算第12项' },
  ...{ deadline: '2027-10-31', secrecyDeclared: true },
});

const [department, matchmaker, coordinator] = await Promise.all(['emergency', 'matchmaker', 'coordinator'].map(person));
const measured = [];
for (let n = 1; n <= times; n += 1) {
  const draft = await department('POST', '/api/scenarios', { content: need(n) });
  const at = `/api/scenarios/${draft.id}`;
  const submitted = await department('POST', `${at}/submit`, { version: draft.version });
  const approved = await matchmaker('POST', `${at}/approve`, { version: submitted.version });
  const start = performance.now();
  const published = await coordinator('POST', `${at}/publish`, { version: approved.version });
  while ((await matchmaker('GET', `/api/suggestions?scenarioId=${draft.id}`)).rows.length === 0) await sleep(10);
  measured.push(performance.now() - start);
  await department('POST', `${at}/withdraw`, { version: published.version, reason: '测速结束' });
  await sleep(300);
}
measured.sort((a, b) => a - b);
const at = (share) => Math.round(measured[Math.min(measured.length - 1, Math.floor(measured.length * share))]);
console.log(`publish to visible suggestion, ${times} times: median ${at(0.5)} ms, p90 ${at(0.9)} ms, worst ${at(1)} ms`);
