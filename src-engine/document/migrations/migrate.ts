import { fail } from '../../errors/fail.ts';
import type { Migration, RawDocument } from './define.ts';

/** Carries a document from its version to `to`, one version at a time; its `version` says how far it has come. */
export function migrate(raw: RawDocument, version: number, to: number, migrations: readonly Migration[]): RawDocument {
  let carried = raw;
  for (let from = version; from < to; from++) {
    const step = migrations.find((migration) => migration.from === from);
    if (step === undefined) return fail('engine.internal', { detail: `no migration from version ${from}` });
    carried = { ...step.migrate(carried), version: from + 1 };
  }
  return carried;
}
