import type { PublicCapabilityListView, PublicScenarioListView } from '@mantianxing/contracts';
import { opening } from './formats';

interface Place {
  page: number;
  pageSize: number;
}

/** Numbers run through all pages, as in a printed register. */
const numberOf = ({ page, pageSize }: Place, index: number): number => (page - 1) * pageSize + index + 1;

export const scenarioRows = (list: Place & Pick<PublicScenarioListView, 'items'>) =>
  list.items.map(({ id, title, need, organizationName, fundingBand, deadline, statusLabel }, index) => {
    const number = numberOf(list, index);
    return { number, id, title, line: opening(need), organizationName, fundingBand, deadline, statusLabel };
  });

export const capabilityRows = (list: Place & Pick<PublicCapabilityListView, 'items'>) =>
  list.items.map(({ id, name, summary, description, firmName, firmVerified, kindLabel, sectors }, index) => ({
    number: numberOf(list, index),
    id,
    name,
    line: opening(summary || description),
    firmName,
    firmVerified,
    kindLabel,
    sectors: sectors.join('、'),
  }));
