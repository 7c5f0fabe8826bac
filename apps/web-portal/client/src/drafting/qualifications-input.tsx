import { QUALIFICATIONS } from '@mantianxing/contracts';
import { Select } from 'antd';
import { Button } from '../elements/button';

export interface Asked {
  code: string;
  level?: string;
}

interface Props {
  id: string;
  value: Asked[];
  isLocked?: boolean;
  onChange: (value: Asked[]) => void;
}

const CODES = Object.entries(QUALIFICATIONS).map(([value, { label }]) => ({ value, label }));

/** A list of certificates, each with its level where the type has levels. */
export function QualificationsInput({ id, value, isLocked, onChange }: Props) {
  const replace = (index: number, next: Asked) =>
    onChange(value.map((asked, at) => (at === index ? next : asked)));
  const left = CODES.filter(({ value: code }) => !value.some((asked) => asked.code === code));
  return (
    <div className="qualifications">
      {value.map((asked, index) => {
        const levels = QUALIFICATIONS[asked.code]?.levels ?? [];
        const label = QUALIFICATIONS[asked.code]?.label ?? asked.code;
        return (
          <div key={asked.code} className="qualification">
            <span>{label}</span>
            {levels.length > 0 ? (
              <Select
                aria-label={`${label}等级`}
                disabled={isLocked}
                allowClear
                placeholder="等级"
                options={levels.map((level) => ({ value: level, label: level }))}
                value={asked.level}
                onChange={(level?: string) =>
                  replace(index, level ? { code: asked.code, level } : { code: asked.code })
                }
              />
            ) : null}
            {isLocked ? null : (
              <Button
                look="quiet"
                aria-label={`去掉${label}`}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                去掉
              </Button>
            )}
          </div>
        );
      })}
      <Select
        id={id}
        className="narrow"
        disabled={isLocked || left.length === 0}
        placeholder="添加一项资质"
        options={left}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(code: string | null) => code && onChange([...value, { code }])}
      />
    </div>
  );
}
