/** A browser somebody signed in with, told by the digest of a secret the browser keeps. */
export interface Sighting {
  accountId: string;
  secretHash: Buffer;
  /** In the words a person knows it by, such as `Chrome·Windows`. */
  device: string;
  /** Network address. */
  address: string;
  at: Date;
}

export interface KnownDevice {
  id: string;
  accountId: string;
  device: string;
  address: string;
  seenAt: Date;
}

/** Unused for so long, a browser counts as new again: milliseconds. */
export const DEVICE_FORGOTTEN_AFTER = 400 * 24 * 3_600_000;

export abstract class KnownDevices {
  /** Remembers it. `isNew`: the account was never seen with it; `isFirst`: nor with any other. */
  abstract see(sighting: Sighting): Promise<{ id: string; isNew: boolean; isFirst: boolean }>;
  abstract find(id: string): Promise<KnownDevice | undefined>;
}
