import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a hand-made zip; `declaredSize` may lie about what it unpacks to. */
export interface ZipPart {
  name: string;
  content: string | Buffer;
  declaredSize?: number;
}

/** A zip archive of the given parts, small enough to be written by hand: for files no honest program writes. */
export function zipFile(parts: ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredSize } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(raw), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(declaredSize ?? raw.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, nameBytes, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, nameBytes]));
    files.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

/** The smallest workbook there is around one sheet's XML. */
export function workbookAround(sheetXml: string, more: ZipPart[] = []): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (items: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
  return zipFile([
    { name: '_rels/.rels', content: relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`) },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(`<Relationship Id="r1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>`) },
    { name: 'xl/workbook.xml', content: `<workbook xmlns:r="${office}"><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>` },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
    ...more,
  ]);
}
