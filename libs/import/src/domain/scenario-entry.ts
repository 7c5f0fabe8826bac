import * as words from './codes';
import { splitContact } from './contact';
import type { EntryReader } from './entry-reader';
import type { ImportedScenario, RowOrigin } from './imported';
import type { ScenarioField } from './scenario-columns';

/** Builds one scenario; null where it has no name, with the problem noted. */
export function readScenario(reader: EntryReader<ScenarioField>, origin: RowOrigin): ImportedScenario | null {
  const title = reader.text('title').replace(/\s*\n\s*/g, '');
  if (!title) {
    reader.note('title', '没有场景名称', '请补写场景名称，或删去这一行', 'ROW_SKIPPED');
    return null;
  }
  const need = reader.text('need');
  if (!need && !reader.text('inScope') && !reader.text('background')) {
    reader.note('need', '没有需求描述', '请写明要解决的问题，只凭名称推荐不准', 'NOTE');
  }
  return {
    ...origin,
    ref: reader.text('ref'),
    title,
    background: reader.text('background'),
    need,
    inScope: reader.text('inScope'),
    outOfScope: reader.text('outOfScope'),
    acceptance: reader.text('acceptance'),
    sector: reader.text('sector'),
    technologyTags: reader.words('technologyTags'),
    resourcesOffered: reader.text('resourcesOffered'),
    requiredQualifications: reader.qualifications('requiredQualifications'),
    preferredQualifications: reader.qualifications('preferredQualifications'),
    requiredPlatforms: reader.words('requiredPlatforms'),
    localOnly: reader.yes('localOnly') ?? false,
    ...units(reader),
    ...contact(reader),
    ...funding(reader),
    deadline: reader.day('deadline'),
    engagementMode: reader.code('engagementMode', words.ENGAGEMENT_WORDS, '直接对接、揭榜挂帅、赛马制'),
    sourcingMode: reader.code('sourcingMode', words.SOURCING_WORDS, '征集、开发、拓展'),
    level: reader.code('level', words.LEVEL_WORDS, '区级、市级'),
    listType: reader.code('listType', words.LIST_TYPE_WORDS, '场景清单、机会清单'),
    visibility: reader.code('visibility', words.VISIBILITY_WORDS, '公开、内部'),
    remarks: reader.text('remarks'),
  };
}

function units(reader: EntryReader<ScenarioField>) {
  const ownerUnit = oneLine(reader.text('ownerUnit'));
  const leadUnits = reader.words('leadUnits');
  const publisher = oneLine(reader.text('publisher')) || ownerUnit || leadUnits[0] || '';
  return { publisher, ownerUnit, leadUnits, responsibleUnits: reader.words('responsibleUnits') };
}

function contact(reader: EntryReader<ScenarioField>) {
  const mixed = splitContact(reader.text('contact'));
  return {
    contactName: oneLine(reader.text('contactName')) || mixed.name,
    contactPost: oneLine(reader.text('contactPost')),
    contactPhone: splitContact(reader.text('contactPhone')).phone || mixed.phone,
    contactEmail: splitContact(reader.text('contactEmail')).email || mixed.email,
  };
}

function funding(reader: EntryReader<ScenarioField>) {
  const fundingSourceText = reader.text('fundingSource');
  const fundingStatusText = reader.text('fundingStatus');
  const whole = reader.amount('amount');
  const low = reader.amount('amountMin');
  const high = reader.amount('amountMax');
  return {
    fundingSource: reader.code('fundingSource', words.FUNDING_SOURCE_WORDS, '区级财政预算、市级专项资金、单位自有资金'),
    fundingSourceText,
    fundingMinFen: low.minFen ?? whole.minFen,
    fundingMaxFen: high.maxFen ?? whole.maxFen,
    fundingStatus: reader.code('fundingStatus', words.FUNDING_STATUS_WORDS, '已列入年度预算、已批复、自筹已落实、正在申请、尚未落实'),
    fundingStatusText,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '');
}
