import { Injectable } from '@nestjs/common';
import { CapabilityReader } from '@mantianxing/capability';

const PAGE = 1000;

/** What all published capabilities say, one text each: matching may not read the directory itself. */
@Injectable()
export class PublishedTexts {
  constructor(private readonly capabilities: CapabilityReader) {}

  async all(): Promise<string[]> {
    const texts: string[] = [];
    for (let afterId: string | null = null; ; ) {
      const page = await this.capabilities.publishedPage(afterId, PAGE);
      texts.push(...page.map((one) => [one.name, one.summary, one.description, ...one.technologyTags, ...one.cases].join('\n')));
      if (page.length < PAGE) return texts;
      afterId = page[page.length - 1]?.id ?? null;
    }
  }
}
