import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { COMMON_PASSWORDS } from '../domain/common-passwords';
import { PasswordGuesses } from '../domain/password-guesses';

/** Scores below fall within 10^8 guesses: what argon2id and the pauses at sign-in leave a guesser little hope for. */
const STRONG_ENOUGH = 3;
/** Longer ones are judged by their beginning, so that nobody keeps the processor busy. */
const LOOKED_AT = 64;
const PRODUCT_WORDS = ['mantianxing', 'chongqing', 'yuzhong', 'zhengfu', 'woaini', 'duijie', 'huawei'];

/** zxcvbn-ts with its list of 49,233 leaked passwords (MIT); loaded when the first password is set, not at start. */
@Injectable()
export class ZxcvbnPasswordGuesses extends PasswordGuesses {
  private checker: Promise<ZxcvbnFactory> | undefined;

  override async isSoonGuessed(password: string, hints: readonly string[]): Promise<boolean> {
    this.checker ??= load();
    const words = hints.flatMap(wordsOf).filter((word) => word.length > 2);
    const { score } = (await this.checker).check(password.slice(0, LOOKED_AT), words);
    return score < STRONG_ENOUGH;
  }
}

/** The hint as a whole and its parts: the parts of an address, one by one, would seem hard to guess together. */
function wordsOf(hint: string): string[] {
  const low = hint.normalize('NFKC').toLowerCase().slice(0, LOOKED_AT);
  return [low, ...low.split('@'), ...low.split(/[^\p{L}\p{N}]+/u)];
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, chinese: [...COMMON_PASSWORDS, ...PRODUCT_WORDS] },
    graphs: common.adjacencyGraphs,
    maxLength: LOOKED_AT,
  });
}
