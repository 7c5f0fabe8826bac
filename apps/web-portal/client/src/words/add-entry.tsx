import type { ThesaurusCheckView, ThesaurusVersionView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call, Refusal, sentenceOf } from '../api/client';
import '../drafting/drafting.css';
import { Button } from '../elements/button';
import { Problem } from '../elements/problem';
import { EMPTY_DRAFT, entryOf, problemsAtFields, type EntryDraft } from './entry-draft';
import { FieldProblems } from './field-problems';
import { RelationInput } from './relation-input';
import { useSettled } from './use-settled';

interface AddEntryProps {
  onSaved: (name: string, version: number) => void;
  onCancel: () => void;
}

const SEVERAL = '几个词之间用顿号分开。';
const LINES = [
  { name: 'synonyms', label: '意思相近', hint: SEVERAL, example: '例如感烟器、烟雾探测器' },
  { name: 'abbreviations', label: '简称', hint: '字母缩写或中文简称。', example: '例如MES' },
  { name: 'variants', label: '台湾用语', hint: '繁体写法会自动识别，只写不同的词。', example: '例如軟體' },
] as const;

/** What the server says of the entry as it stands, once typing pauses. */
function useLiveCheck(draft: EntryDraft) {
  const entry = entryOf(useSettled(draft, 500));
  const check = useQuery({
    queryKey: ['thesaurus-check', entry],
    queryFn: ({ signal }) => call<ThesaurusCheckView>('POST', '/api/thesaurus/check', entry, { signal }),
    enabled: entry.name !== '',
    gcTime: 0,
  });
  if (check.error instanceof Refusal) return check.error.problem.problems;
  return check.data?.problems ?? [];
}

/** A new entry. What is wrong stands at its field while writing; how common its words are is seen when saving. */
export function AddEntry({ onSaved, onCancel }: AddEntryProps) {
  const cache = useQueryClient();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ message: string; problems: { field: string; message: string }[] } | null>(null);
  const live = useLiveCheck(draft);
  const problems = problemsAtFields(refused?.problems.length ? refused.problems : live);
  const change = (part: Partial<EntryDraft>) => {
    setRefused(null);
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const entry = entryOf(draft);
      const { version } = await call<ThesaurusVersionView>('POST', '/api/thesaurus', { entry, note: draft.note });
      await cache.invalidateQueries({ queryKey: ['thesaurus'] });
      onSaved(entry.name, version);
    } catch (error) {
      setRefused({ message: sentenceOf(error), problems: error instanceof Refusal ? error.problem.problems : [] });
      setBusy(false);
    }
  };
  const line = (name: 'name' | 'note' | (typeof LINES)[number]['name'], label: string, hint = '', example = '') => (
    <LineField
      key={name}
      {...{ name, label, hint, example, problems: problems[name] }}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <form className="form-section word-form" aria-label="添加词条" onSubmit={(event) => void save(event)}>
      <h2>添加词条</h2>
      {line('name', '词条名称', '', '例如烟感')}
      {LINES.map(({ name, label, hint, example }) => line(name, label, hint, example))}
      <RelationInput
        name="broader"
        label="属于"
        hint="它是哪一类的一种，填词库里已有的词条。"
        value={draft.broader}
        problems={problems.broader}
        onChange={(broader) => change({ broader })}
      />
      <RelationInput
        name="answers"
        label="可用于解决它的"
        hint="词条是一种需求时，填能解决它的产品或技术。"
        value={draft.answers}
        problems={problems.answers}
        onChange={(answers) => change({ answers })}
      />
      {line('note', '添加理由', '可不填。')}
      <Problem text={refused?.message} />
      <div className="row-of-buttons">
        <Button type="submit" look="main" disabled={isBusy || draft.name.trim() === ''}>
          审定并启用
        </Button>
        <Button onClick={onCancel}>不了，返回</Button>
      </div>
    </form>
  );
}

interface LineFieldProps {
  name: string;
  label: string;
  hint: string;
  example: string;
  problems?: string[];
  value: string;
  onChange: (value: string) => void;
}

function LineField({ name, label, hint, example, problems, value, onChange }: LineFieldProps) {
  const id = `word-${name}`;
  return (
    <div className={problems ? 'field field-bad' : 'field'}>
      <label htmlFor={id}>
        {label}
        {name === 'name' ? <span className="needed">必填</span> : null}
      </label>
      {hint ? (
        <p className="aside" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        className="plain-input"
        maxLength={name === 'name' ? 40 : 500}
        placeholder={example}
        value={value}
        aria-invalid={Boolean(problems)}
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-problems`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </div>
  );
}
