import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lines = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
const QUALIFICATION = {
  高新技术企业: 'HNTE', 科技型企业: 'TECH_BASED_FIRM', 创新型中小企业: 'INNOVATIVE_SME', 专精特新: 'SRDI_SME',
  专精特新小巨人: 'LITTLE_GIANT', 瞪羚企业: 'GAZELLE',
};

/** `等保三级` → MLPS, 三级; `CMMI3` → CMMI, 3; what is not known keeps its own words as its code. */
function qualification(text) {
  const graded = /^(等保|CMMI|ITSS|DCMM|CCRC)\s*([一二三四五1-5])?级?/.exec(text);
  if (!graded) return { code: QUALIFICATION[text] ?? text, level: '' };
  const code = graded[1] === '等保' ? 'MLPS' : graded[1];
  const level = graded[2] ?? '';
  return { code, level: level !== '' && (code === 'MLPS' || code === 'CCRC') ? `${level}级` : level };
}

function scenario(row) {
  return {
    id: row.id, title: row.title, background: row.background ?? '', need: row.need ?? row.body ?? '',
    inScope: row.inScope ?? '', outOfScope: row.outOfScope ?? '', acceptance: row.acceptance ?? '', sector: row.sector ?? '',
    technologyTags: row.technologyTags ?? [], requiredQualifications: (row.requiredQualifications ?? []).map(qualification),
    preferredQualifications: [], requiredPlatforms: [], localOnly: row.localOnly ?? false, deadline: row.deadline ?? '',
  };
}

function capability(row) {
  return {
    id: row.id, firmId: row.firm, firmName: row.firm, name: row.name, kind: row.kind ?? 'PRODUCT', summary: row.summary ?? '',
    description: row.description ?? row.body ?? '', technologyTags: row.technologyTags ?? [],
    sectors: row.sectors ?? (row.sector ? [row.sector] : []), adaptedPlatforms: row.adaptedPlatforms ?? [], cases: row.cases ?? [],
    firstVersion: row.firstVersion ?? false,
    qualifications: (row.qualifications ?? []).map(({ code, level, expires }) => ({
      ...qualification(`${code}${level}`), validUntil: expires ?? '', verified: false,
    })),
    isLocal: row.local ?? null, sizeBand: row.firmSize ?? '', deliveryDays: null,
  };
}

/** A labelled set: scenarios, capabilities, and for each labelled scenario its grades by capability id. */
export function readSet(directory, qrelsFile = join(directory, 'qrels.tsv')) {
  const scenarios = lines(join(directory, 'scenarios.jsonl')).map((line) => scenario(JSON.parse(line)));
  const capabilities = lines(join(directory, 'capabilities.jsonl')).map((line) => capability(JSON.parse(line)));
  const grades = new Map();
  if (existsSync(qrelsFile)) {
    for (const line of lines(qrelsFile)) {
      const [scenarioId, capabilityId, grade] = line.trim().split(/\s+/);
      if (!grades.has(scenarioId)) grades.set(scenarioId, new Map());
      grades.get(scenarioId).set(capabilityId, Number(grade));
    }
  }
  return { scenarios, capabilities, grades };
}

/** The project's own sample as a set: 12 × 65, judged pair by pair. `lists` is the module that holds it. */
export function sampleSet({ SAMPLE_SCENARIOS, SAMPLE_FIRMS, SAMPLE_CAPABILITIES, SAMPLE_JUDGEMENTS }) {
  const firms = new Map(SAMPLE_FIRMS.map((firm) => [firm.key, firm]));
  const withLevel = ({ code, level }) => ({ code, level: level ?? '' });
  const grades = new Map(SAMPLE_SCENARIOS.map(({ key }) => [key, new Map()]));
  for (const { scenario: key, capability: offered, grade } of SAMPLE_JUDGEMENTS) grades.get(key).set(offered, grade);
  return {
    scenarios: SAMPLE_SCENARIOS.map(({ key, content }) => ({
      ...scenario({ ...content, id: key, requiredQualifications: [] }),
      requiredQualifications: (content.requiredQualifications ?? []).map(withLevel),
      preferredQualifications: (content.preferredQualifications ?? []).map(withLevel),
      requiredPlatforms: content.requiredPlatforms ?? [],
    })),
    capabilities: SAMPLE_CAPABILITIES.map(({ key, firm: firmKey, content }) => {
      const firm = firms.get(firmKey);
      return {
        ...capability({ ...content, id: key, firm: firm.name, local: firm.isLocal, firmSize: firm.sizeBand }),
        firmId: firmKey,
        qualifications: firm.qualifications.map(({ code, level, validUntil, verified }) => ({ code, level, validUntil, verified })),
        deliveryDays: content.deliveryDays ?? null,
      };
    }),
    grades,
  };
}

/** The same set with substance alone to go by, as its judges had: no qualification, place or platform excludes. */
export function substanceOnly({ scenarios, capabilities, grades }) {
  const open = { requiredQualifications: [], preferredQualifications: [], requiredPlatforms: [], localOnly: false };
  return { scenarios: scenarios.map((one) => ({ ...one, ...open })), capabilities, grades };
}
