/** Turns passwords into what is stored, and compares. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;

  /**
   * True when `password` belongs to `hash`. Without a hash (no such login, none set yet) it does the
   * same work and answers false, so that the time taken does not tell who has an account.
   */
  abstract matches(hash: string | null, password: string): Promise<boolean>;
}
