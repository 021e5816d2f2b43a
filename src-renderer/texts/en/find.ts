/** Words of the bar that finds nodes. */
export const find = {
  label: 'Find in the graph',
  field: 'Find nodes',
  help: 'By name, or',
  none: 'No match',
  count_one: '{{at}} of {{count}}',
  count_other: '{{at}} of {{count}}',
  previous: 'Previous match',
  next: 'Next match',
  all: 'Select all',
  close: 'Close',
  'why.noNumber': 'A number must follow: “{{word}}” is none.',
  'why.noRelation': 'After “{{word}}” comes <, >, = or another comparison.',
  'why.noQuote': 'The quotation mark of {{word}} is not closed.',
  'why.noWord': 'Something must follow “{{word}}”.',
} as const;
