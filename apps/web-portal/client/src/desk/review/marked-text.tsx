import { circled, segmentsOf, type Segment, type Spot } from './marks';

interface MarkedProps {
  text: string;
  spots: Spot[];
  /** The reason that is lit up at both ends. */
  lit: number | null;
  onLight: (number: number | null) => void;
  onPin: (number: number) => void;
}

/** A verbatim text with its marked words: tint, underline and number are the same in both texts. */
export function MarkedText({ text, spots, lit, onLight, onPin }: MarkedProps) {
  return (
    <>
      {segmentsOf(text, spots).map((segment, index) => (
        <Piece key={index} segment={segment} lit={lit} onLight={onLight} onPin={onPin} />
      ))}
    </>
  );
}

function Piece({
  segment,
  lit,
  onLight,
  onPin,
}: { segment: Segment } & Pick<MarkedProps, 'lit' | 'onLight' | 'onPin'>) {
  if (segment.spots.length === 0) return <>{segment.text}</>;
  const numbers = [...new Set(segment.spots.flatMap((spot) => spot.number ?? []))];
  const looks = new Set(segment.spots.map((spot) => spot.look));
  const inner = looks.has('missing') ? <span className="missing-words">{segment.text}</span> : segment.text;
  const worded = looks.has('excluded') ? <s>{inner}</s> : inner;
  if (numbers.length === 0) return <>{worded}</>;
  const isLit = lit !== null && numbers.includes(lit);
  return (
    <mark
      className={isLit ? 'lit' : undefined}
      data-reasons={numbers.join(' ')}
      onMouseEnter={() => onLight(numbers[0]!)}
      onMouseLeave={() => onLight(null)}
      onClick={() => onPin(numbers[0]!)}
    >
      {worded}
      {segment.ends.length > 0 ? <sup>{segment.ends.map(circled).join('')}</sup> : null}
    </mark>
  );
}
