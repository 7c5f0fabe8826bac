import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { capabilityDocument, type CapabilityListing } from './capability.document';
import { NotForIndexing } from './entry-kind';
import { scenarioDocument, type ScenarioListing } from './scenario.document';

const listing: ScenarioListing = {
  profile: aScenario({ id: 's-1', title: '窨井盖监测' }),
  revision: 3,
  status: 'PUBLISHED',
  listType: 'SCENARIO',
  visibility: 'PUBLIC',
  organizationName: '区城市管理局',
  ownerUnit: '区城市管理局',
  leadUnits: ['区住房城乡建委'],
  responsibleUnits: ['区住房城乡建委', '', '区水利局'],
  publishedAt: new Date('2026-11-01T02:00:00Z'),
};
const offered: CapabilityListing = { profile: aCapability({ id: 'c-1', name: '智能井盖' }), revision: 2, status: 'PUBLISHED', publishedAt: null };

describe('what may be indexed', () => {
  it.each(['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'LISTED', 'SUSPENDED', 'EXPIRED', 'WITHDRAWN', 'LANDED', 'NOT_LANDED', 'DISCARDED'])(
    'is no scenario in state %s',
    (status) => expect(() => scenarioDocument({ ...listing, status })).toThrow(NotForIndexing),
  );

  it('is a scenario that is published or in talks', () => {
    for (const status of ['PUBLISHED', 'IN_TALKS']) expect(scenarioDocument({ ...listing, status })).toMatchObject({ id: 's-1', revision: 3, status });
  });

  it('is never an internal scenario, nor an entry of the opportunity list', () => {
    expect(() => scenarioDocument({ ...listing, visibility: 'INTERNAL' })).toThrow('场景s-1未公开发布');
    expect(() => scenarioDocument({ ...listing, listType: 'OPPORTUNITY' })).toThrow(NotForIndexing);
  });

  it.each(['DRAFT', 'PAUSED', 'STALE', 'RETIRED', 'SUSPENDED', 'MERGED'])('is no capability in state %s', (status) =>
    expect(() => capabilityDocument({ ...offered, status })).toThrow('能力c-1未发布'),
  );
});

describe('a document', () => {
  it('names each unit once and leaves the unnamed out', () =>
    expect(scenarioDocument(listing)).toMatchObject({ units: ['区城市管理局', '区住房城乡建委', '区水利局'], publishedAt: '2026-11-01T02:00:00.000Z' }));

  it('takes no contact along, whatever else the row holds', () => {
    const contact = { contactName: '张三', contactPhone: '13800000000', contactEmail: 'z@example.cn', officeContact: '023-63000000' };
    const scenario = scenarioDocument({ ...listing, ...contact, profile: { ...listing.profile, ...contact } });
    const capability = capabilityDocument({ ...offered, ...contact, profile: { ...offered.profile, ...contact } });
    for (const value of Object.values(contact)) expect(JSON.stringify([scenario, capability])).not.toContain(value);
  });

  it('is a copy: a later change of the row does not reach it', () => {
    const profile = aScenario({ id: 's-2', technologyTags: ['物联网'] });
    const document = scenarioDocument({ ...listing, profile });
    profile.technologyTags.push('大模型');
    expect(document.profile.technologyTags).toEqual(['物联网']);
  });
});
