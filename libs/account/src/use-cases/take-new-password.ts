import { Injectable } from '@nestjs/common';
import { accountErrors } from '../domain/account.errors';
import { PasswordGuesses } from '../domain/password-guesses';
import { PasswordHasher } from '../domain/password-hasher';
import { newPasswordProblems } from '../domain/password-policy';

export interface NewPassword {
  password: string;
  login: string;
  /** Words near the account that the password should not be made of. */
  hints: readonly string[];
  /** The form's field that a problem is told at. */
  field?: string;
}

/** Holds a new password against the whole rule and answers what is stored. */
@Injectable()
export class TakeNewPassword {
  constructor(
    private readonly passwords: PasswordHasher,
    private readonly guesses: PasswordGuesses,
  ) {}

  /** Throws WEAK_PASSWORD (422). */
  async execute({ password, login, hints, field = 'password' }: NewPassword): Promise<string> {
    const problems = await newPasswordProblems(password, login, hints, this.guesses);
    if (problems.length > 0) throw accountErrors.weakPassword(problems.map(({ message }) => ({ field, message })));
    return this.passwords.hash(password);
  }
}
