import { ScenarioContent } from '@mantianxing/contracts';
import {
  BODY_FIELDS,
  bodyOf,
  changedFields,
  contactOf,
  contentOf,
  NO_CONTACT,
  refusals,
} from './scenario-content';

const CONTACT_FIELDS = ['contactName', 'contactPost', 'contactPhone', 'contactEmail'];

describe('a scenario’s content', () => {
  it('has a column for every field of the contract, and the contact person beside them', () => {
    expect([...BODY_FIELDS, ...CONTACT_FIELDS].sort()).toEqual(Object.keys(ScenarioContent.shape).sort());
  });

  it('comes back as it was entered', () => {
    const entered = ScenarioContent.parse({
      title: '充电安全监测',
      fundingMinFen: 5,
      technologyTags: ['物联网'],
      deadline: '2026-12-31',
    });
    expect(bodyOf(contentOf(bodyOf(entered)))).toEqual(bodyOf(entered));
    expect(ScenarioContent.safeParse(contentOf(bodyOf(entered), NO_CONTACT)).success).toBe(true);
  });

  it('without contact has no contact field at all', () => {
    const content = contentOf(bodyOf({ title: '充电安全监测' }));
    expect(Object.keys(content).filter((field) => CONTACT_FIELDS.includes(field))).toEqual([]);
    expect(contactOf(content)).toBeUndefined();
    expect(contactOf({ title: '充电安全监测', contactPhone: '' })).toEqual(NO_CONTACT);
  });

  it('keeps a word written twice once', () => {
    expect(bodyOf({ title: '充电安全监测', technologyTags: ['物联网', '物联网'] }).technologyTags).toEqual([
      '物联网',
    ]);
  });

  it('names the fields in which two differ', () => {
    const body = bodyOf({ title: '充电安全监测' });
    expect(changedFields(body, { ...body, localOnly: true, leadUnits: ['区城管局'] })).toEqual([
      'localOnly',
      'leadUnits',
    ]);
  });

  it.each(['绝密★', '机密★1年', '秘密 ☆'])('is refused with the mark %s', (mark) => {
    expect(refusals(bodyOf({ title: '部署', need: `${mark} 内容` })).map(({ field }) => field)).toEqual([
      'need',
    ]);
  });

  it('may speak of secrets without carrying a mark', () => {
    expect(refusals(bodyOf({ title: '商业秘密保护平台', need: '防止机密数据泄露。' }))).toEqual([]);
  });
});
