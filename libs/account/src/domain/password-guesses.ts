/** Knows what people choose first: lists of leaked passwords, keyboard walks, years, names. */
export abstract class PasswordGuesses {
  /** True when a guesser would arrive at `password` soon; `hints` are words that stand near the account. No network. */
  abstract isSoonGuessed(password: string, hints: readonly string[]): Promise<boolean>;
}
