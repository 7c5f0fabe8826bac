import { SIZE_BAND, type PublicCapabilityView } from '@mantianxing/contracts';
import { paragraphs, proseDay, qualificationName, tableDay, wordFor } from './formats';

/** A capability as its page shows it; empty slots are dropped. */
export function capabilityEntry(view: PublicCapabilityView) {
  return {
    name: view.name,
    kindLabel: view.kindLabel,
    firmName: view.firmName,
    firmVerified: view.firmVerified,
    confirmedDay: tableDay(view.confirmedAt),
    confirmedOn: proseDay(view.confirmedAt),
    parts: [
      { label: '简介', paragraphs: paragraphs(view.summary) },
      { label: '说明', paragraphs: paragraphs(view.description) },
    ].filter((part) => part.paragraphs.length > 0),
    cases: view.cases,
    qualifications: view.qualifications.map(({ code, level, validUntil, verified, expired }) => ({
      label: qualificationName({ code, level }),
      validUntil,
      verified,
      expired,
    })),
    facts: [
      { label: '企业', values: [view.firmName] },
      { label: '企业规模', values: [wordFor(SIZE_BAND, view.sizeBand)] },
      { label: '所在地', values: [view.isLocal ? '本地企业' : ''] },
      { label: '面向行业', values: view.sectors },
      { label: '技术方向', values: view.technologyTags },
      { label: '适配平台', values: view.adaptedPlatforms },
      { label: '交付时间', values: [view.deliveryDays ? `约${view.deliveryDays}天` : ''] },
      { label: '首版次', values: [view.firstVersion ? '首版次产品，可首试首用' : ''] },
    ]
      .map(({ label, values }) => ({ label, values: values.filter(Boolean) }))
      .filter(({ values }) => values.length > 0),
  };
}
