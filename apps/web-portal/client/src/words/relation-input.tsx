import { useQuery } from '@tanstack/react-query';
import { thesaurusQuery } from '../api/queries';
import { Button } from '../elements/button';
import { FieldProblems } from './field-problems';
import { USUAL_WEIGHT, WEIGHTS, type RelationDraft } from './entry-draft';
import { useSettled } from './use-settled';

interface RelationInputProps {
  name: 'broader' | 'answers';
  label: string;
  hint: string;
  value: RelationDraft[];
  problems?: string[];
  onChange: (value: RelationDraft[]) => void;
}

/** Relations to other entries, each with how strong it is. */
export function RelationInput({ name, label, hint, value, problems, onChange }: RelationInputProps) {
  const id = `word-${name}`;
  const replace = (index: number, part: Partial<RelationDraft>) =>
    onChange(value.map((relation, at) => (at === index ? { ...relation, ...part } : relation)));
  return (
    <fieldset className={problems ? 'field field-bad word-group' : 'field word-group'} aria-describedby={`${id}-problems`}>
      <legend>{label}</legend>
      <p className="aside">{hint}</p>
      {value.map((relation, index) => (
        <div key={index} className="word-relation">
          <Target
            id={`${id}-${index}`}
            label={`${label}第${index + 1}项`}
            value={relation.name}
            onChange={(target) => replace(index, { name: target })}
          />
          <select
            className="plain-input"
            aria-label={`${label}第${index + 1}项的强弱`}
            value={relation.weight}
            onChange={(event) => replace(index, { weight: Number(event.target.value) })}
          >
            {WEIGHTS.map((weight) => (
              <option key={weight.value} value={weight.value}>
                {weight.label}
              </option>
            ))}
          </select>
          <Button
            look="quiet"
            aria-label={`去掉${label}第${index + 1}项`}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { name: '', weight: USUAL_WEIGHT }])}>添加一项</Button>
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </fieldset>
  );
}

interface TargetProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Names the entry meant; offers those that fit what is typed. */
function Target({ id, label, value, onChange }: TargetProps) {
  const word = useSettled(value.trim(), 300);
  const fitting = useQuery({ ...thesaurusQuery(word), enabled: word !== '' });
  return (
    <>
      <input
        id={id}
        className="plain-input"
        aria-label={label}
        maxLength={40}
        list={`${id}-fitting`}
        placeholder="词条名称"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-fitting`}>
        {(fitting.data?.items ?? [])
          .filter(({ retired }) => !retired)
          .slice(0, 12)
          .map(({ entry }) => (
            <option key={entry.name} value={entry.name} />
          ))}
      </datalist>
    </>
  );
}
