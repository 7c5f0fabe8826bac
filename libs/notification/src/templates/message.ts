/** A message in words: one line, some paragraphs, one button. */
export interface Message {
  /** At most 28 characters. */
  subject: string;
  paragraphs: string[];
  /** What the one button says. */
  action: string;
}
