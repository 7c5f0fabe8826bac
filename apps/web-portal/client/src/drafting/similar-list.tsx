import type { SimilarEntryView } from '@mantianxing/contracts';

/** 相近场景, 相近能力: entries that say much the same, while there is still time to think of them. */
export function SimilarList({
  title,
  similar,
}: {
  title: string;
  similar: readonly SimilarEntryView[] | undefined;
}) {
  if (!similar?.length) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="clarity-list">
        {similar.map((entry) => (
          <li key={entry.id}>
            《{entry.title}》<span className="figure">{entry.percent}%</span>
          </li>
        ))}
      </ul>
    </>
  );
}
