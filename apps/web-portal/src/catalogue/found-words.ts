import { Logger } from '@nestjs/common';
import { SearchUnavailable, type SearchPage } from '@mantianxing/search';

const logger = new Logger('catalogue');

/** What the engine found, or undefined when it is away: then titles are looked through. */
export async function askEngine(search: () => Promise<SearchPage>): Promise<SearchPage | undefined> {
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    logger.warn(`search engine away: ${String(error.cause)}`);
    return undefined;
  }
}
