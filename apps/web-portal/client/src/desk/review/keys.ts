/** What a key asks for. Later commands (return, second opinion …) are added here and to KEYS. */
export type Command =
  | 'next'
  | 'previous'
  | 'next-group'
  | 'previous-group'
  | 'first'
  | 'last'
  | 'approve'
  | 'reject'
  | 'skip'
  | 'enough'
  | 'recuse'
  | 'undo'
  | 'toggle'
  | 'range'
  | 'extend-down'
  | 'extend-up'
  | 'select-all'
  | 'back'
  | 'next-reason'
  | 'previous-reason'
  | 'reason'
  | 'next-pane'
  | 'previous-pane'
  | 'full'
  | 'search'
  | 'filter'
  | 'regroup'
  | 'load-new'
  | 'keys';

/** 单键快捷键 (WCAG 2.1.4): `alt` asks for Alt with every character key. */
export type SingleKeys = 'on' | 'off' | 'alt';

interface KeyRule {
  command: Command;
  /** `event.code`s: a Chinese input method may hide `event.key` behind `Process`. */
  codes: string[];
  shift?: boolean;
  control?: boolean;
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`Digit${n}`, `Numpad${n}`]);

export const KEYS: readonly KeyRule[] = [
  { command: 'next', codes: ['KeyJ', 'ArrowDown'] },
  { command: 'previous', codes: ['KeyK', 'ArrowUp'] },
  { command: 'next-group', codes: ['KeyJ'], shift: true },
  { command: 'previous-group', codes: ['KeyK'], shift: true },
  { command: 'first', codes: ['Home'] },
  { command: 'last', codes: ['End'] },
  { command: 'approve', codes: ['KeyA'] },
  { command: 'reject', codes: ['KeyR'] },
  { command: 'skip', codes: ['KeyS'] },
  { command: 'enough', codes: ['KeyQ'] },
  { command: 'recuse', codes: ['KeyE'] },
  { command: 'undo', codes: ['KeyZ'] },
  { command: 'toggle', codes: ['KeyX'] },
  { command: 'range', codes: ['KeyX'], shift: true },
  { command: 'extend-down', codes: ['ArrowDown'], shift: true },
  { command: 'extend-up', codes: ['ArrowUp'], shift: true },
  { command: 'select-all', codes: ['KeyA'], control: true },
  { command: 'back', codes: ['Escape'] },
  { command: 'next-reason', codes: ['KeyN'] },
  { command: 'previous-reason', codes: ['KeyN'], shift: true },
  { command: 'reason', codes: DIGITS },
  { command: 'next-pane', codes: ['BracketRight', 'F6'] },
  { command: 'previous-pane', codes: ['BracketLeft'] },
  { command: 'previous-pane', codes: ['F6'], shift: true },
  { command: 'full', codes: ['Enter', 'NumpadEnter'] },
  { command: 'search', codes: ['Slash', 'NumpadDivide'] },
  { command: 'keys', codes: ['Slash'], shift: true },
  { command: 'filter', codes: ['KeyF'] },
  { command: 'regroup', codes: ['KeyG'] },
  { command: 'load-new', codes: ['Period', 'NumpadDecimal'] },
];

/** The list shown by `?`, in the order of the work. */
export const KEY_LIST: readonly { keys: string; does: string }[] = [
  { keys: 'J K ↓ ↑', does: '下一条、上一条' },
  { keys: '⇧J ⇧K', does: '下一组、上一组' },
  { keys: 'A', does: '通过，转到下一条' },
  { keys: 'R 然后 1–9、0', does: '按原因驳回；0需写明，回车提交' },
  { keys: 'S', does: '跳过，明天或有变化时再现' },
  { keys: 'Q', does: '够了，停止本场景（已通过满3家）' },
  { keys: 'E', does: '回避，由其他专员办理' },
  { keys: 'Z', does: '撤销我上一步' },
  { keys: 'X', does: '选中或取消' },
  { keys: '⇧X ⇧↓ ⇧↑', does: '连续选中' },
  { keys: 'Ctrl+A', does: '选中筛选出的各条，最多50条' },
  { keys: 'N ⇧N 1–9', does: '下一个、上一个、第几个理由' },
  { keys: '[ ] F6', does: '换区：队列、为什么、需求、能力、操作' },
  { keys: '回车', does: '看全部字段' },
  { keys: '/', does: '搜索' },
  { keys: 'F', does: '筛选' },
  { keys: 'G', does: '按场景或按企业' },
  { keys: '.', does: '载入新到的' },
  { keys: 'Esc', does: '取消选中，或返回' },
  { keys: '?', does: '快捷键列表' },
];

/** The parts of a keyboard event that matter here. */
export interface KeyPress {
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

const isCharacterKey = (code: string) =>
  /^(Key[A-Z]|Digit\d|Numpad\d|NumpadDivide|NumpadDecimal|Slash|Period|BracketLeft|BracketRight)$/.test(code);

/** The command of a key press outside fields, or null. A composition in an input method never triggers one. */
export function commandOf(press: KeyPress, single: SingleKeys): Command | null {
  if (press.isComposing) return null;
  const isControl = press.ctrlKey || press.metaKey;
  if (isCharacterKey(press.code) && !isControl) {
    if (single === 'off' || press.altKey !== (single === 'alt')) return null;
  } else if (press.altKey) return null;
  const rule = KEYS.find(
    ({ codes, shift = false, control = false }) =>
      codes.includes(press.code) && shift === press.shiftKey && control === isControl,
  );
  return rule?.command ?? null;
}

/** 0–9 of a digit key, or null. */
export function digitOf(code: string): number | null {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return found ? Number(found[1]) : null;
}

/** The digit pressed while reject codes are shown, under the same switch as every character key. */
export function codeDigit(press: KeyPress, single: SingleKeys): number | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  return single === 'off' || press.altKey !== (single === 'alt') ? null : digitOf(press.code);
}
