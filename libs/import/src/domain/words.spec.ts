import { readWords } from './words';

describe('reading a list inside a cell', () => {
  it.each([
    ['OCR，智能预审、规则引擎,大模型', ['OCR', '智能预审', '规则引擎', '大模型']],
    ['农业/商贸物流', ['农业', '商贸物流']],
    ['DRG/DIP、TCP/IP', ['DRG/DIP', 'TCP/IP']],
    ['区财政局；\n区民政局', ['区财政局', '区民政局']],
    ['鲲鹏（920、916）、麒麟', ['鲲鹏（920、916）', '麒麟']],
    ['数据共享 流程优化', ['数据共享', '流程优化']],
    ['Spring Cloud', ['Spring Cloud']],
    ['1.人脸识别\n2.视频结构化', ['人脸识别', '视频结构化']],
    ['5G、5G', ['5G']],
    ['无', []],
  ])('reads %s', (text, words) => {
    expect(readWords(text)).toEqual(words);
  });

  it('keeps 、 inside titles', () => {
    expect(readWords('渝北、江北27个点位；某区机关', 'titles')).toEqual(['渝北、江北27个点位', '某区机关']);
  });
});
