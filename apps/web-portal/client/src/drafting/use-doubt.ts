import { useState } from 'react';
import { DUPLICATE_QUESTION } from '../elements/duplicate-question';
import { doubtIn, type DuplicateDoubt } from '../elements/duplicates';
import type { Content } from './field-spec';

/** The open question about duplicates; it goes away with the text it was asked about. */
export function useDoubt(content: Content) {
  const [asked, setAsked] = useState<{ doubt: DuplicateDoubt; content: Content } | null>(null);
  /** True when the error is such a question, which now stands on the page. Null takes the question away. */
  const ask = (error: unknown): boolean => {
    const doubt = doubtIn(error);
    setAsked(doubt && { doubt, content });
    if (doubt) requestAnimationFrame(() => document.getElementById(DUPLICATE_QUESTION)?.focus());
    return doubt !== null;
  };
  return { doubt: asked?.content === content ? asked.doubt : null, ask };
}
