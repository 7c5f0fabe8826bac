import { DISCLAIMER, FUNDING_SOURCE, FUNDING_STATUS, type ScenarioContent } from '@mantianxing/contracts';
import { useState } from 'react';
import { qualificationLabel } from '../desk/review/fields';
import { Button } from '../elements/button';
import { moneyBand } from '../elements/wording';

/** 企业将看到的样子: no person and no phone, money as a band. */
export function Preview({
  content,
  unit,
  onClose,
}: {
  content: Partial<ScenarioContent>;
  unit: string;
  onClose: () => void;
}) {
  const [isPhone, setPhone] = useState(true);
  const list = (items?: readonly string[]) => (items ?? []).join('、');
  const rows: [string, string | undefined][] = [
    ['需求', content.need],
    ['背景', content.background],
    ['范围内', content.inScope],
    ['不包括', content.outOfScope],
    ['验收', content.acceptance],
    ['技术方向', list(content.technologyTags)],
    ['必需资质', list(content.requiredQualifications?.map(qualificationLabel))],
    ['加分资质', list(content.preferredQualifications?.map(qualificationLabel))],
    ['须适配', list(content.requiredPlatforms)],
    ['可提供', content.resourcesOffered],
    ['业主单位', content.ownerUnit],
    ['牵头单位', list(content.leadUnits)],
    ['责任单位', list(content.responsibleUnits)],
    ['资金来源', content.fundingSource && FUNDING_SOURCE[content.fundingSource]],
    ['资金区间', moneyBand(content.fundingMinFen, content.fundingMaxFen)],
    ['落实情况', content.fundingStatus && FUNDING_STATUS[content.fundingStatus]],
    ['截止', content.deadline],
    ['咨询电话', content.officeContact],
  ];
  return (
    <section aria-label="企业将看到的样子">
      <div className="page-head">
        <h2>企业将看到的样子</h2>
        <div className="row-of-buttons">
          <Button aria-pressed={isPhone} look={isPhone ? 'main' : 'plain'} onClick={() => setPhone(true)}>
            手机
          </Button>
          <Button aria-pressed={!isPhone} look={isPhone ? 'plain' : 'main'} onClick={() => setPhone(false)}>
            电脑
          </Button>
          <Button onClick={onClose} autoFocus>
            返回填写
          </Button>
        </div>
      </div>
      <article className={isPhone ? 'preview preview-phone' : 'preview'}>
        <p className="aside">{[unit, content.sector].filter(Boolean).join('·')}</p>
        <h2>{content.title || '（未命名）'}</h2>
        {rows.map(([label, text]) =>
          text?.trim() ? (
            <div key={label}>
              <h3>{label}</h3>
              <p>{text}</p>
            </div>
          ) : null,
        )}
        <p className="aside">{DISCLAIMER}</p>
      </article>
    </section>
  );
}
