import { useLayoutEffect, useRef } from 'react';
import type { PaneField } from './fields';
import { MarkedText } from './marked-text';
import { spotsOf, type NumberedReason } from './marks';

/** One entry as it stands in a pane. */
export interface PaneText {
  /** The capability whose text it is, where marks of several meet. */
  owner?: string;
  meta: string;
  /** Field name and text of the heading. */
  title: { field: string; text: string };
  fields: PaneField[];
  /** Address of the public page, opened beside the desk. */
  href: string;
}

interface MarkProps {
  reasons: NumberedReason[];
  lit: number | null;
  isFull: boolean;
  onLight: (number: number | null) => void;
  onPin: (number: number) => void;
}

interface PaneProps extends MarkProps {
  id: 'need' | 'offer';
  label: string;
  /** One, or the members of a 联合体, stacked. */
  texts: PaneText[];
}

/** One side of the pair, verbatim, scrolling to the words of the lit reason. */
export function TextPane({ id, label, texts, ...marks }: PaneProps) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => scrollToReason(pane.current, marks.lit), [marks.lit]);
  const side = id === 'need' ? 'scenarioMarks' : 'capabilityMarks';
  return (
    <section ref={pane} id={`pane-${id}`} className={`pane pane-${id}`} aria-label={label} tabIndex={0}>
      {texts.map((text) => (
        <Entry key={text.href} side={side} text={text} {...marks} />
      ))}
    </section>
  );
}

interface EntryProps extends MarkProps {
  side: 'scenarioMarks' | 'capabilityMarks';
  text: PaneText;
}

function Entry({ side, text: entry, reasons, lit, isFull, onLight, onPin }: EntryProps) {
  const marked = (field: string, text: string) => {
    const spots = spotsOf(reasons, side, field, text, entry.owner);
    return {
      spots,
      part: <MarkedText text={text} spots={spots} lit={lit} onLight={onLight} onPin={onPin} />,
    };
  };
  return (
    <div className="pane-entry">
      <p className="aside">{entry.meta}</p>
      <h2>{marked(entry.title.field, entry.title.text).part}</h2>
      {entry.fields.map(({ field, label: name, text, isExtra, isStruck }) => {
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
          <a href={entry.href} target="_blank" rel="noreferrer">
            在新窗口打开公开页
          </a>
        </p>
      ) : null}
    </div>
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
