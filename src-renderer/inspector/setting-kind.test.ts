import { describe, expect, it } from 'vitest';
import { findOp, ops } from '#engine';
import { parseSetting, settingKind, settingText } from './setting-kind.ts';

const read = (op: string, key: string, text: string) => {
  const rule = findOp(op)!.attrs[key]!;
  return parseSetting(text, key, settingKind(key, rule), rule);
};

describe('an editor for a setting', () => {
  it('follows from what the op accepts', () => {
    const kindOf = (op: string, key: string) => settingKind(key, findOp(op)!.attrs[key]!);
    expect(kindOf('leaky_relu', 'negative_slope')).toMatchObject({ kind: 'number' });
    expect(kindOf('mse_loss', 'reduction')).toEqual({ kind: 'choice', choices: ['mean', 'sum'] });
    expect(kindOf('sum', 'keepdim')).toEqual({ kind: 'boolean' });
    expect(kindOf('sum', 'dim')).toEqual({ kind: 'list', optional: true });
    expect(kindOf('parameter', 'value')).toEqual({ kind: 'tensor', optional: false });
    expect(kindOf('reshape', 'shape')).toMatchObject({ kind: 'list' });
  });

  it('exists for every setting of every op, and reads back what it shows of the default', () => {
    for (const op of ops)
      for (const [key, rule] of Object.entries(op.attrs)) {
        const kind = settingKind(key, rule);
        if (rule.default === undefined || kind.kind === 'tensor') continue;
        const parsed = parseSetting(settingText(rule.default), key, kind, rule);
        expect(parsed, `${op.id}.${key}`).toEqual({ ok: true, raw: rule.default });
      }
  });
});

describe('what is typed into it', () => {
  it('is read as the document carries it', () => {
    expect(read('leaky_relu', 'negative_slope', ' 1e-2 ')).toEqual({ ok: true, raw: 0.01 });
    expect(read('parameter', 'value', '[[1, 2], [3, −4]]')).toEqual({
      ok: true,
      raw: [
        [1, 2],
        [3, -4],
      ],
    });
    expect(read('parameter', 'value', '1/4')).toEqual({ ok: true, raw: 0.25 });
    expect(read('sum', 'dim', '')).toEqual({ ok: true, raw: null });
    expect(read('sum', 'dim', '1')).toEqual({ ok: true, raw: 1 });
    expect(read('sum', 'dim', '0, 1')).toEqual({ ok: true, raw: [0, 1] });
    expect(read('reshape', 'shape', '2, -1')).toEqual({ ok: true, raw: [2, -1] });
  });

  it('is refused with a reason', () => {
    const why = (op: string, key: string, text: string) => {
      const parsed = read(op, key, text);
      return parsed.ok ? null : parsed.problem;
    };
    expect(why('leaky_relu', 'negative_slope', 'steep')).toEqual({ key: 'field.notNumber' });
    expect(why('parameter', 'value', '[[1, 2], [3]]')).toEqual({ key: 'field.ragged' });
    expect(why('parameter', 'value', '')).not.toBeNull();
    expect(why('sum', 'dim', 'first')).toEqual({ key: 'field.numbers' });
    expect(why('dropout', 'p', '2')).toMatchObject({ sentence: expect.stringContaining('out of range') });
  });

  it('gives the setting back to its default when it is emptied', () => {
    expect(read('leaky_relu', 'negative_slope', '')).toEqual({ ok: true, raw: undefined });
  });
});
