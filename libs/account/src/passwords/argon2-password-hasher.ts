import { Injectable } from '@nestjs/common';
import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { PasswordHasher } from '../domain/password-hasher';

/** OWASP's argon2id minimum, stated rather than left to the library: 19 MiB, two passes, one lane. */
const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Argon2PasswordHasher extends PasswordHasher {
  /** A hash nobody's password has, made once with the same costs. */
  private readonly nobody = hash(crypto.randomUUID(), OPTIONS);

  override hash(password: string): Promise<string> {
    return hash(normal(password), OPTIONS);
  }

  override async matches(stored: string | null, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobody), normal(password));
    return right && stored !== null;
  }
}

/** The same characters typed on another keyboard (full width, composed accents) are the same password. */
const normal = (password: string): string => password.normalize('NFKC');
