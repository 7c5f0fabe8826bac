import type { SuggestionRowView } from '@mantianxing/contracts';
import { deskOrder } from './suggestion-pairs';

const row = (id: string, scenarioTitle: string, firmName: string, score: number, waitingSince: string): SuggestionRowView => ({
  id, score, waitingSince, scenarioTitle, firmName, scenarioId: scenarioTitle, firmId: firmName,
  version: 1, opening: 1, status: 'OPEN', statusLabel: '待审核', organizationName: '', capabilityId: '', capabilityName: '', band: 'CANDIDATE', toVerify: [], reopenedBecause: '',
});
const ROWS = [
  row('1', '充电', '甲', 60, '2026-11-20'),
  row('2', '公文', '乙', 90, '2026-11-19'),
  row('3', '充电', '乙', 82, '2026-11-21'),
  row('4', '公文', '甲', 90, '2026-11-22'),
];
const ids = (rows: SuggestionRowView[]) => rows.map(({ id }) => id).join('');

describe('the order of the desk', () => {
  it('puts first the scenario that has waited longest, and its best suggestion on top', () => {
    expect(ids(deskOrder(ROWS, 'scenario'))).toBe('2431');
  });

  it('groups by firm in the same way', () => expect(ids(deskOrder(ROWS, 'firm'))).toBe('2341'));

  it('never shuffles on a reload, however the rows come', () => {
    expect(ids(deskOrder([...ROWS].reverse(), 'scenario'))).toBe(ids(deskOrder(ROWS, 'scenario')));
  });
});
