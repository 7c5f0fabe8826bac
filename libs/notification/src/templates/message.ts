/** A message in words: one line, some paragraphs, one button. */
export interface Message {
  /** At most 28 characters. */
  subject: string;
  paragraphs: string[];
  /** Lists of a digest, after the paragraphs. */
  sections?: MessageSection[];
  /** What the one button says. */
  action: string;
}

export interface MessageSection {
  title: string;
  /** Each with its page on the portal. */
  lines: { text: string; path: string }[];
  /** How many more there are. */
  more: number;
}
