import { readOrder } from './options';

describe('the command line of npm run calibrate', () => {
  it('calibrates with 200 labels at least and three scenarios in ten held out', () => {
    expect(readOrder([])).toEqual({ what: 'calibrate', json: false, least: 200, holdOutShare: 0.3, seed: 1 });
    expect(readOrder(['--json', '--min', '50', '--hold-out', '0.5', '--seed', '9'])).toEqual({
      ...{ what: 'calibrate', json: true, least: 50, holdOutShare: 0.5, seed: 9 },
    });
  });

  it('activates a version, or the built-in weights, in the name of somebody', () => {
    expect(readOrder(['--activate', '3', '--by', 'luoyong'])).toEqual({ what: 'activate', id: 3, login: 'luoyong' });
    expect(readOrder(['--activate', 'built-in', '--by', 'luoyong'])).toEqual({ what: 'activate', id: null, login: 'luoyong' });
  });

  it('lists and explains', () => {
    expect(readOrder(['--list', '--json'])).toEqual({ what: 'list', json: true });
    expect(readOrder(['--help'])).toEqual({ what: 'help' });
  });

  it.each([
    [['--activate', '3']],
    [['--by', 'luoyong']],
    [['--activate', '三', '--by', 'luoyong']],
    [['--min', '1']],
    [['--min', '1e3']],
    [['--hold-out', '1']],
    [['--hold-out', '多']],
    [['--seed', '-1']],
    [['--firm', 'x']],
    [['草稿']],
  ])('answers %j with a sentence and the usage', (argv) => {
    const refused = expect.objectContaining({ name: 'PlainError', message: expect.stringMatching(/。$/), remedy: expect.stringContaining('用法') });
    expect(() => readOrder(argv)).toThrow(refused);
  });
});
