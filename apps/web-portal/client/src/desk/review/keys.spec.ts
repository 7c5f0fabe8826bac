import { codeDigit, commandOf, digitOf, type KeyPress, type SingleKeys } from './keys';

const press = (code: string, over: Partial<KeyPress> = {}): KeyPress => ({
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...over,
});
const does = (code: string, over: Partial<KeyPress> = {}, single: SingleKeys = 'on') =>
  commandOf(press(code, over), single);

describe('keys of the review desk', () => {
  it.each([
    ['KeyJ', {}, 'next'],
    ['ArrowUp', {}, 'previous'],
    ['KeyJ', { shiftKey: true }, 'next-group'],
    ['KeyA', {}, 'approve'],
    ['KeyA', { ctrlKey: true }, 'select-all'],
    ['KeyX', { shiftKey: true }, 'range'],
    ['ArrowDown', { shiftKey: true }, 'extend-down'],
    ['Slash', {}, 'search'],
    ['Slash', { shiftKey: true }, 'keys'],
    ['F6', { shiftKey: true }, 'previous-pane'],
    ['Numpad3', {}, 'reason'],
  ] as const)('%s with %j asks for %s', (code, over, command) => expect(does(code, over)).toBe(command));

  it('leave the browser its own: Ctrl+R, Ctrl+F, Alt+A, F5', () => {
    expect(does('KeyR', { ctrlKey: true })).toBeNull();
    expect(does('KeyF', { ctrlKey: true })).toBeNull();
    expect(does('KeyA', { altKey: true })).toBeNull();
    expect(does('F5')).toBeNull();
  });
  it('do nothing while pinyin is being composed', () =>
    expect(does('KeyA', { isComposing: true })).toBeNull());
  it('can be switched off; arrows, Enter, F6 and Esc stay', () => {
    expect(
      ['KeyA', 'KeyR', 'Digit1', 'Slash', 'Period', 'BracketLeft'].map((code) => does(code, {}, 'off')),
    ).toEqual(Array(6).fill(null));
    expect(['ArrowDown', 'Enter', 'F6', 'Escape'].map((code) => does(code, {}, 'off'))).toEqual([
      'next',
      'full',
      'next-pane',
      'back',
    ]);
  });
  it('can ask for Alt', () => {
    expect(does('KeyA', {}, 'alt')).toBeNull();
    expect(does('KeyA', { altKey: true }, 'alt')).toBe('approve');
    expect(does('ArrowDown', {}, 'alt')).toBe('next');
  });
  it('read digits of both blocks', () =>
    expect([digitOf('Digit0'), digitOf('Numpad7'), digitOf('KeyA')]).toEqual([0, 7, null]));
  it('choose a reject code under the same switch', () => {
    expect(codeDigit(press('Digit0'), 'on')).toBe(0);
    expect(codeDigit(press('Digit4'), 'off')).toBeNull();
    expect(codeDigit(press('Digit4', { altKey: true }), 'alt')).toBe(4);
    expect(codeDigit(press('KeyA'), 'on')).toBeNull();
  });
});
