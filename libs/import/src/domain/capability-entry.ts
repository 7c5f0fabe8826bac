import type { CapabilityField } from './capability-columns';
import { plain } from './cell-text';
import { KIND_WORDS, SIZE_WORDS } from './codes';
import { splitContact } from './contact';
import type { EntryReader } from './entry-reader';
import type { ImportedCapability, RowOrigin } from './imported';

/** Builds one capability; null where it has no name, with the problem noted. */
export function readCapability(
  reader: EntryReader<CapabilityField>,
  origin: RowOrigin,
): ImportedCapability | null {
  const name = reader.text('name').replace(/\s*\n\s*/g, '');
  if (!name) {
    reader.note('name', '没有能力（产品）名称', '请补写名称，或删去这一行', 'ROW_SKIPPED');
    return null;
  }
  const firmName = reader.text('firmName').replace(/\s*\n\s*/g, '');
  if (!firmName) reader.note('firmName', '没有企业名称', '请补写企业全称', 'NOTE');
  const mixed = splitContact(reader.text('contact'));
  return {
    ...origin,
    ref: reader.text('ref'),
    firmName,
    uscc: reader.uscc('uscc'),
    firmSize: reader.code('firmSize', SIZE_WORDS, '大型、中型、小型、微型'),
    isLocal: reader.yes('isLocal'),
    registeredPlace: reader.text('registeredPlace'),
    name,
    kind: reader.code('kind', KIND_WORDS, '技术、产品、解决方案、服务'),
    summary: reader.text('summary'),
    description: reader.text('description'),
    sectors: reader.words('sectors'),
    technologyTags: reader.words('technologyTags'),
    qualifications: reader.qualifications('qualifications'),
    adaptedPlatforms: reader.words('adaptedPlatforms'),
    firstVersion: reader.yes('firstVersion') ?? false,
    cases: reader.words('cases', 'titles'),
    price: reader.text('price'),
    deliveryDays: readDeliveryDays(reader.text('deliveryDays')),
    contactName: reader.text('contactName') || mixed.name,
    contactPhone: splitContact(reader.text('contactPhone')).phone || mixed.phone,
    contactEmail: splitContact(reader.text('contactEmail')).email || mixed.email,
    updatedAt: reader.day('updatedAt'),
    remarks: reader.text('remarks'),
  };
}

const DAYS: [RegExp, number][] = [
  [/(\d+)(?:个)?(?:工作日|日|天)/, 1],
  [/(\d+)(?:个)?(?:周|星期)/, 7],
  [/(\d+)个?月/, 30],
  [/^(\d{1,4})$/, 1],
];

/** 15个工作日 → 15, 3个月 → 90; of a span the longer end; null where nothing is said. */
export function readDeliveryDays(text: string): number | null {
  const cell = plain(text).replace(/^\d+[-–—~至](?=\d)/, '');
  for (const [pattern, factor] of DAYS) {
    const days = Number(pattern.exec(cell)?.[1]) * factor;
    if (days >= 1 && days <= 3650) return days;
  }
  return null;
}
