import { readWords } from './words';

describe('reading a list inside a cell', () => {
  it.each([
    ['GIS，人脸核验、图计算,语音合成', ['GIS', '人脸核验', '图计算', '语音合成']],
    ['教育/文旅', ['教育', '文旅']],
    ['DRG/DIP、TCP/IP', ['DRG/DIP', 'TCP/IP']],
    ['区财政局；\n区民政局', ['区财政局', '区民政局']],
    ['鲲鹏（920、916）、麒麟', ['鲲鹏（920、916）', '麒麟']],
    ['图计算 语音合成', ['图计算', '语音合成']],
    ['Spring Cloud', ['Spring Cloud']],
    ['1.人脸识别\n2.视频结构化', ['人脸识别', '视频结构化']],
    ['5G、5G', ['5G']],
    ['无', []],
  ])('reads %s', (text, words) => {
    expect(readWords(text)).toEqual(words);
  });

  it('keeps 、 inside titles', () => {
    expect(readWords('甲区、乙区12个点位；某区机关', 'titles')).toEqual(['甲区、乙区12个点位', '某区机关']);
  });
});
