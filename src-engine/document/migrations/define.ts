/** A document of some version as parsed from JSON: nothing in it is checked yet. */
export type RawDocument = Readonly<Record<string, unknown>>;

/**
 * Turns documents of version `from` into documents of version `from + 1`. Frozen once released: it reads what that
 * release wrote, whatever the program has become since.
 */
export interface Migration {
  readonly from: number;
  /** Never changes what it is given; leaves alone what it does not understand, for the schema to refuse. */
  migrate(raw: RawDocument): RawDocument;
}

export function defineMigration(migration: Migration): Migration {
  return Object.freeze({ ...migration });
}
