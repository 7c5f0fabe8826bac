import { readQualifications } from './qualification';

const short = (text: string): string[] =>
  readQualifications(text).map(({ code, level, validUntil }) => `${code}|${level}|${validUntil}`);

describe('reading qualifications', () => {
  it.each([
    ['CMMI5级', 'CMMI|5|'],
    ['CMMI-3', 'CMMI|3|'],
    ['CMMI ML3', 'CMMI|3|'],
    ['CMMI三级认证', 'CMMI|3|'],
    ['等保三级', 'MLPS|三级|'],
    ['网络安全等级保护三级备案', 'MLPS|三级|'],
    ['等保2.0三级', 'MLPS|三级|'],
    ['ITSS二级', 'ITSS|2|'],
    ['ITSS3', 'ITSS|3|'],
    ['DCMM2级', 'DCMM|2|'],
    ['CCRC二级', 'CCRC|二级|'],
    ['ISO/IEC 27001', 'ISO27001||'],
    ['国家高新技术企业', 'HNTE||'],
    ['专精特新“小巨人”企业', 'LITTLE_GIANT||'],
    ['专精特新中小企业', 'SRDI_SME||'],
    ['信创适配', '信创适配||'],
  ])('reads %s', (text, expected) => {
    expect(short(text)).toEqual([expected]);
  });

  it.each([
    ['高新技术企业（有效期至2027-06）', 'HNTE||2027-06-30'],
    ['高新技术企业（至2027年09月08日）', 'HNTE||2027-09-08'],
    ['CMMI5级(有效期：2024.7.5-2027.7.4)', 'CMMI|5|2027-07-04'],
    ['等保三级 有效期至2028-01-02', 'MLPS|三级|2028-01-02'],
  ])('reads the end of validity in %s', (text, expected) => {
    expect(short(text)).toEqual([expected]);
  });

  it('takes a cell with several apart', () => {
    const cell = 'CMMI3级（至2028-01-15）、高新技术企业；ISO9001/ISO27001\n瞪羚企业';
    expect(short(cell)).toEqual(['CMMI|3|2028-01-15', 'HNTE||', 'ISO9001||', 'ISO27001||', 'GAZELLE||']);
  });

  it('holds none where the cell says so', () => {
    expect(readQualifications('无')).toEqual([]);
    expect(readQualifications('—')).toEqual([]);
  });
});
