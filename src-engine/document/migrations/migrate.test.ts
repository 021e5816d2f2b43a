import { describe, expect, it } from 'vitest';
import { parseValue, WINDOW_LIMITS } from '../parse.ts';
import { VERSION } from '../schema/document.ts';
import { migrations } from './all.ts';
import { defineMigration, type RawDocument } from './define.ts';
import { migrate } from './migrate.ts';

/** Version 1 → 2 renames a key, 2 → 3 adds one: what migrations do. */
const renamed = defineMigration({
  from: 1,
  migrate({ name, ...rest }) {
    return { ...rest, title: name };
  },
});
const described = defineMigration({ from: 2, migrate: (raw) => ({ ...raw, description: 'carried over' }) });

const old = Object.freeze({ format: 'chainrule', version: 1, name: 'Old', nodes: Object.freeze([]) });

describe('migrations', () => {
  it('carry a document one version at a time and leave what they are given alone', () => {
    const before = JSON.stringify(old);
    expect(migrate(old, 1, 3, [described, renamed])).toEqual({
      format: 'chainrule',
      version: 3,
      title: 'Old',
      description: 'carried over',
      nodes: [],
    });
    expect(JSON.stringify(old)).toBe(before);
  });

  it('leave a document of the current version as it is', () => {
    const current: RawDocument = { ...old, version: 3 };
    expect(migrate(current, 3, 3, [renamed, described])).toBe(current);
  });

  it('stand before the schema when a document is read', () => {
    const { document } = parseValue(old, WINDOW_LIMITS, [renamed, described], 3);
    expect(document).toMatchObject({ title: 'Old', description: 'carried over' });
    const { problems } = parseValue({ ...old, version: 4 }, WINDOW_LIMITS, [renamed, described], 3);
    expect(problems![0]!.message).toBe('This document has version 4; this release reads up to version 3.');
  });

  it('exist for every version before the current one', () => {
    expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: VERSION - 1 }, (_, index) => index + 1));
  });
});
