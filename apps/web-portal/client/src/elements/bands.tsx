import { BAND_LABEL, type Band } from '@mantianxing/contracts';

/** A band differs by shape as well as by colour: it must survive a greyscale print. */
export const BAND_SHAPE: Record<Band, string> = { RECOMMENDED: '◆', CANDIDATE: '◇', WEAK: '○' };
export const BAND_MEANING: Record<Band, string> = {
  RECOMMENDED: '主要需求有依据地覆盖，建议优先对接',
  CANDIDATE: '部分覆盖或有待核实，请人工判断',
  WEAK: '关联较少，仅供参考',
};

/** `score` is for staff only; leave it out on every other page. */
export function BandMark({ band, score }: { band: Band; score?: number }) {
  return (
    <span className={`band band-${band.toLowerCase()}`} title={BAND_MEANING[band]}>
      <span aria-hidden="true">{BAND_SHAPE[band]}</span>
      {BAND_LABEL[band]}
      {score === undefined ? null : <span className="figure">{score}</span>}
    </span>
  );
}
