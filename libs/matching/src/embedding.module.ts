import { Global, Module } from '@nestjs/common';
import { ENV, type Env } from '@mantianxing/platform';
import { Embedder } from './domain/embedder';
import { EmbeddingShelf } from './domain/embedding-shelf';
import { chooseEmbedder } from './embedding/choose-embedder';
import { TypeormEmbeddingShelf } from './persistence/typeorm-embedding-shelf';
import { EmbedEntries } from './use-cases/embed-entries';
import { ReadLikeness } from './use-cases/read-likeness';

/** The optional embedder and what it has made. Needs `DatabaseModule` in the app; only the worker has a use for it. */
@Global()
@Module({
  providers: [
    { provide: Embedder, inject: [ENV], useFactory: (env: Env) => chooseEmbedder(env) },
    { provide: EmbeddingShelf, useClass: TypeormEmbeddingShelf },
    {
      provide: EmbedEntries,
      inject: [Embedder, EmbeddingShelf],
      useFactory: (embedder: Embedder, shelf: EmbeddingShelf) => new EmbedEntries(embedder, shelf),
    },
    {
      provide: ReadLikeness,
      inject: [Embedder, EmbeddingShelf],
      useFactory: ({ space }: Embedder, shelf: EmbeddingShelf) => new ReadLikeness(space, shelf),
    },
  ],
  exports: [Embedder, EmbeddingShelf, EmbedEntries, ReadLikeness],
})
export class EmbeddingModule {}
