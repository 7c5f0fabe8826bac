import { useLayoutEffect, useRef } from 'react';
import type { PaneField } from './fields';
import { MarkedText } from './marked-text';
import { spotsOf, type NumberedReason } from './marks';

interface PaneProps {
  id: 'need' | 'offer';
  label: string;
  meta: string;
  /** Field name and text of the heading. */
  title: { field: string; text: string };
  fields: PaneField[];
  reasons: NumberedReason[];
  lit: number | null;
  isFull: boolean;
  /** Address of the public page, opened beside the desk. */
  href: string;
  onLight: (number: number | null) => void;
  onPin: (number: number) => void;
}

/** One side of the pair, verbatim, scrolling to the words of the lit reason. */
export function TextPane({
  id,
  label,
  meta,
  title,
  fields,
  reasons,
  lit,
  isFull,
  href,
  onLight,
  onPin,
}: PaneProps) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => scrollToReason(pane.current, lit), [lit]);
  const side = id === 'need' ? 'scenarioMarks' : 'capabilityMarks';
  const marked = (field: string, text: string) => {
    const spots = spotsOf(reasons, side, field, text);
    return {
      spots,
      part: <MarkedText text={text} spots={spots} lit={lit} onLight={onLight} onPin={onPin} />,
    };
  };
  return (
    <section ref={pane} id={`pane-${id}`} className={`pane pane-${id}`} aria-label={label} tabIndex={0}>
      <p className="aside">{meta}</p>
      <h2>{marked(title.field, title.text).part}</h2>
      {fields.map(({ field, label: name, text, isExtra, isStruck }) => {
        const { spots, part } = marked(field, text);
        if (isExtra && !isFull && spots.length === 0) return null;
        return (
          <div key={field} className="pane-field">
            <h3>{name}</h3>
            <p>{isStruck ? <s className="excluded">{part}</s> : part}</p>
          </div>
        );
      })}
      {isFull ? (
        <p className="aside">
          <a href={href} target="_blank" rel="noreferrer">
            在新窗口打开公开页
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** Moves the pane only when the words are out of sight; the page itself never moves. */
function scrollToReason(pane: HTMLElement | null, lit: number | null): void {
  const words = lit === null ? null : pane?.querySelector<HTMLElement>(`mark[data-reasons~="${lit}"]`);
  if (!pane || !words) return;
  const box = pane.getBoundingClientRect();
  const at = words.getBoundingClientRect();
  if (at.top >= box.top && at.bottom <= box.bottom) return;
  pane.scrollTop += at.top - box.top - (box.height - at.height) / 2;
}
