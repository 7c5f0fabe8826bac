import type { ThesaurusRowView } from '@mantianxing/contracts';
import { useState } from 'react';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { useAction } from '../elements/use-action';
import { changeSentence, weightWord } from './entry-draft';

interface WordRowProps {
  row: ThesaurusRowView;
  onDone: (done: { sentence: string; undo?: { name: string; builtIn: boolean } }) => void;
}

/** One entry: its name, how it stands to other words, and taking it out or putting it back. */
export function WordRow({ row, onDone }: WordRowProps) {
  const { entry, builtIn, retired, last } = row;
  const { name } = entry;
  const [isAsked, setAsked] = useState(false);
  const { act, busy, problem, clear } = useAction(['thesaurus']);
  const word = retired ? '恢复' : '停用';
  const doIt = async (reason: string) => {
    const path = `/api/thesaurus/${encodeURIComponent(name)}/${retired ? 'restore' : 'retire'}`;
    if (!(await act(name, path, retired ? { reason, builtIn } : { reason }))) return;
    setAsked(false);
    onDone({ sentence: `已${word}“${name}”。`, undo: retired ? undefined : { name, builtIn } });
  };
  return (
    <tr className={retired ? 'word-retired' : undefined}>
      <td className="title-cell">
        <b>{name}</b>
        {last ? <p className="aside">{changeSentence(last)}</p> : null}
        {isAsked ? (
          <AskInPlace
            sentence={
              retired
                ? `恢复后，匹配会再用到“${name}”及其关系。`
                : `停用后，匹配不再用到“${name}”及其关系；随时可以恢复。`
            }
            doIt={word}
            reasonLabel={`${word}理由`}
            busy={busy !== null}
            problem={problem?.message}
            onDo={(reason) => void doIt(reason)}
            onCancel={() => {
              setAsked(false);
              clear();
            }}
          />
        ) : null}
      </td>
      <td>
        <Relations entry={entry} />
      </td>
      <td data-label="状态">
        <span className={retired ? 'state state-warn' : 'state state-good'}>{retired ? '已停用' : '在用'}</span>
        <span className="aside word-origin">{builtIn ? '随系统提供' : '本单位添加'}</span>
      </td>
      <td>
        {isAsked ? null : (
          <Button look={retired ? 'plain' : 'quiet'} aria-label={`${word}${name}`} onClick={() => setAsked(true)}>
            {word}
          </Button>
        )}
      </td>
    </tr>
  );
}

const weighted = (relations: readonly { name: string; weight: number }[]): string[] =>
  relations.map(({ name, weight }) => `${name}（${weightWord(weight)}）`);

function Relations({ entry }: { entry: ThesaurusRowView['entry'] }) {
  const lines: [string, string[]][] = [
    ['意思相近', entry.synonyms],
    ['简称', entry.abbreviations],
    ['台湾用语', entry.variants],
    ['属于', weighted(entry.broader)],
    ['可用于解决它的', weighted(entry.answers)],
  ];
  const said = lines.filter(([, words]) => words.length > 0);
  if (said.length === 0) return <span className="aside">没有其他说法</span>;
  return (
    <dl className="word-relations">
      {said.map(([relation, words]) => (
        <div key={relation}>
          <dt>{relation}</dt>
          <dd>{words.join('、')}</dd>
        </div>
      ))}
    </dl>
  );
}
