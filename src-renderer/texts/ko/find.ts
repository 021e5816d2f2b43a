import type { en } from '../en/index.ts';
import type { Words } from './words.ts';

export const find = {
  label: '그래프에서 찾기',
  field: '노드 찾기',
  help: '이름으로, 또는',
  none: '없음',
  count_other: '{{at}}/{{count}}',
  previous: '이전 결과',
  next: '다음 결과',
  all: '모두 선택',
  close: '닫기',
  'why.noNumber': '뒤에 수가 와야 하는데 “{{word}}”: 수가 아닙니다.',
  'why.noRelation': '“{{word}}” 뒤에는 <, >, = 같은 비교 기호가 옵니다.',
  'why.noQuote': '{{word}}의 따옴표가 닫히지 않았습니다.',
  'why.noWord': '“{{word}}” 뒤에 무언가가 와야 합니다.',
} as const satisfies Words<typeof en.find>;
