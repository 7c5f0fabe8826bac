import { Injectable } from '@nestjs/common';
import { SimilarCapabilities } from '../domain/similar-capabilities';

/** Signs capabilities written before duplicates were looked for; answers how many. For the start of their app. */
@Injectable()
export class SignCapabilities {
  constructor(private readonly similar: SimilarCapabilities) {}

  execute(): Promise<number> {
    return this.similar.signUnsigned();
  }
}
