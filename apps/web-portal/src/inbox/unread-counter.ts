/** How many messages an account has not read; 0 in a portal composed without an inbox. */
export abstract class UnreadCounter {
  abstract of(accountId: string): Promise<number>;
}
