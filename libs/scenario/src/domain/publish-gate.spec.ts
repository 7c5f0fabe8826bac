import { GATE_FIELDS, isPhone, missingOf, publishGate, type GateInput } from './publish-gate';
import { bodyOf } from './scenario-content';

const TODAY = '2026-11-23';
const complete: GateInput = {
  ...bodyOf({ title: '充电安全监测' }),
  inScope: '充电点视频接入与烟火识别',
  outOfScope: '无',
  acceptance: '识别准确率不低于95%',
  ownerUnit: '区住房城乡建委',
  leadUnits: ['区大数据发展局'],
  responsibleUnits: ['区消防救援支队'],
  contact: { name: '周敏', post: '科长', phone: '023-63760000', email: '' },
  fundingSource: 'DISTRICT_BUDGET',
  fundingMinFen: 0,
  fundingMaxFen: 100,
  fundingStatus: 'BUDGETED',
  fundingProof: '部门预算第12项',
  deadline: '2026-11-24',
  secrecyDeclared: true,
};
const missing = (changes: Partial<GateInput>) => missingOf(publishGate({ ...complete, ...changes }, TODAY));

describe('the publish gate', () => {
  it('is passed by a complete entry', () => {
    const gate = publishGate(complete, TODAY);
    expect(gate.map(({ label, passed }) => [label, passed])).toEqual([
      ['边界清晰', true],
      ['业主明确', true],
      ['资金落实', true],
      ['责任单位', true],
      ['保密声明', true],
      ['截止日期', true],
    ]);
  });

  it.each<[Partial<GateInput>, string, string]>([
    [{ inScope: ' ' }, 'inScope', '边界清晰：请写明范围内的工作'],
    [{ inScope: '待定' }, 'inScope', '边界清晰：请写明范围内的工作'],
    [{ outOfScope: '' }, 'outOfScope', '边界清晰：请写明不包括的内容（没有请写“无”）'],
    [{ acceptance: '无' }, 'acceptance', '边界清晰：请至少写1条可检验的验收标准'],
    [{ acceptance: '让群众和领导都感到满意' }, 'acceptance', '边界清晰：请至少写1条可检验的验收标准'],
    [{ ownerUnit: '' }, 'ownerUnit', '业主明确：请选择使用并签约的单位'],
    [{ contact: { ...complete.contact, post: '' } }, 'contactPost', '业主明确：请填写联系人姓名、职务和电话'],
    [
      { contact: { ...complete.contact, phone: '6376' } },
      'contactPhone',
      '业主明确：请填写11位手机号，或带区号的座机号',
    ],
    [{ leadUnits: [' '] }, 'leadUnits', '责任单位：请填写牵头单位和责任单位'],
    [{ responsibleUnits: [] }, 'responsibleUnits', '责任单位：请填写牵头单位和责任单位'],
    [{ fundingSource: null }, 'fundingSource', '资金落实：请选择资金来源'],
    [{ fundingMinFen: null }, 'fundingMinFen', '资金落实：请选择金额区间'],
    [{ fundingMaxFen: 0 }, 'fundingMaxFen', '资金落实：请选择金额区间'],
    [{ fundingMinFen: 101 }, 'fundingMinFen', '资金落实：金额下限不能高于上限'],
    [{ fundingStatus: 'NONE' }, 'fundingStatus', '资金落实：资金未落实的，可先列入机会清单'],
    [{ fundingStatus: null }, 'fundingStatus', '资金落实：请选择落实情况并注明依据'],
    [{ fundingProof: '无' }, 'fundingProof', '资金落实：请选择落实情况并注明依据'],
    [{ secrecyDeclared: false }, 'secrecyDeclared', '保密声明：请确认“不涉密、可公开”'],
    [{ visibility: 'INTERNAL' }, 'visibility', '保密声明：内部场景不能公开发布'],
    [{ deadline: null }, 'deadline', '截止日期：截止日期须晚于今天'],
    [{ deadline: TODAY }, 'deadline', '截止日期：截止日期须晚于今天'],
  ])('lacking %j it names %s', (changes, field, message) => {
    expect(missing(changes)).toEqual([{ field, message }]);
  });

  it.each([
    '所有接口联调通过',
    '单次查询3秒内返回',
    '三个街道上线运行满一个月',
    '平台试用；日均处理工单200件',
  ])('takes “%s” for a criterion one can test', (acceptance) => expect(missing({ acceptance })).toEqual([]));

  it.each([
    '13800001234',
    '138 0000 1234',
    '+8613800001234',
    '023-63760000',
    '02363760000转8001',
    '０２３－６３７６００００',
  ])('takes %s for a phone number', (phone) => expect(isPhone(phone)).toBe(true));

  it.each(['63760000', '1380000123', '12345678901', '见官网'])('takes %s for none', (phone) => {
    expect(isPhone(phone)).toBe(false);
  });

  it('reads no field that a unit could change in a published entry unseen', () => {
    const read = Object.keys(complete).filter((field) => {
      const emptied = {
        ...complete,
        [field]: field === 'contact' ? { name: '', post: '', phone: '', email: '' } : emptyOf(field),
      };
      return JSON.stringify(publishGate(emptied, TODAY)) !== JSON.stringify(publishGate(complete, TODAY));
    });
    const guarded: string[] = [...GATE_FIELDS, 'contact'];
    expect(read.length).toBeGreaterThan(12);
    expect(read.filter((field) => !guarded.includes(field))).toEqual([]);
  });
});

function emptyOf(field: string): unknown {
  if (field === 'visibility') return 'INTERNAL';
  const value = complete[field as keyof GateInput];
  if (Array.isArray(value)) return [];
  if (typeof value === 'string') return '';
  return typeof value === 'boolean' ? !value : null;
}
