import type { UnitKind } from './unit.ts';
import { foldName } from './unit-name-key.ts';

/** What the name of a group says by itself, before any register is asked. */
export interface GroupReading {
  readonly kinds: readonly UnitKind[];
  /** 各相关单位, 文件起草单位: which units it means depends on the task, so the office chooses. */
  readonly open: boolean;
  /** 市 or 区 when the name says whose units they are. */
  readonly level: string;
}

const EVERY_KIND: readonly UnitKind[] = ['department', 'street', 'town', 'park', 'institution', 'enterprise'];

/** Words for classes of units; longer ones first, so that 街道办事处 is not read as 街道 and a rest. */
const CLASSES: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/^(街道办事处|街道办|街道)/, ['street']],
  [/^(街乡镇|街镇乡|街镇|镇街|乡镇街道)/, ['street', 'town']],
  [/^(乡镇|镇乡|镇|乡)(人民政府|政府)?/, ['town']],
  [/^(委办局|委局办|部委办局|(区级|市级)?(政府|工作|职能|业务|组成)?部门|委|办|局)/, ['department']],
  [/^(产业园区|开发区|功能区|工业区|园区)(管委会|管理委员会)?/, ['park']],
  [/^(直属|所属)?事业单位/, ['institution']],
  [/^(直属|派出)机构/, ['institution']],
  [/^(国有|区属|市属)?(企业|公司|集团)|^国企/, ['enterprise']],
  [/^[区县](人民)?政府/, ['government']],
  [/^(成员)?单位/, EVERY_KIND],
];

const OPEN = /相关|有关|涉及|起草|制定|责任|承办|主管|发放|试点|对口|实施/;
const OPEN_TAIL = /(单位|部门|街镇|委办局|机构|行业)$/;
const ALL_OF = /^(各级|各|全体|所有|其他|其它|全)/;

/**
 * Reads 各街镇, 各街道（镇）, 区政府各部门, 各委办局, 各单位, 各相关单位, 园区 and their like.
 * @returns null when the name is not of that shape, as every unit's own name
 */
export function readGroupName(name: string): GroupReading | null {
  const text = foldName(name).replace(/[()]/g, '');
  if (OPEN.test(text) && OPEN_TAIL.test(text)) {
    return { kinds: text.endsWith('部门') ? ['department'] : EVERY_KIND, open: true, level: levelOf(text) };
  }
  const owner = /^(本)?([市区县])?(人民政府|政府)?(?=各|全体|所有|属|级|直)/.exec(text);
  const level = owner?.[2] ?? '';
  const classes = text.slice(owner?.[0].length ?? 0).replace(/^(属|级|直)/, '');
  const kinds = readClasses(classes);
  const plural = ALL_OF.test(classes) || /^(街镇|镇街|乡镇|园区|委办局)/.test(classes);
  if (!kinds || !plural) return null;
  return { kinds, open: false, level: kinds.includes('government') ? '区' : level };
}

/** 各街镇、园区 → street, town, park; null as soon as a piece is no class. */
function readClasses(text: string): readonly UnitKind[] | null {
  const kinds = new Set<UnitKind>();
  let rest = text;
  while (rest !== '') {
    rest = rest.replace(/^[、,，/和及与]+/, '').replace(ALL_OF, '');
    const found = CLASSES.map(([pattern, of]) => ({ length: pattern.exec(rest)?.[0].length ?? 0, of })).find(
      (match) => match.length > 0,
    );
    if (!found) return rest === '' && kinds.size > 0 ? [...kinds] : null;
    for (const kind of found.of) kinds.add(kind);
    rest = rest.slice(found.length);
  }
  return kinds.size > 0 ? [...kinds] : null;
}

function levelOf(text: string): string {
  return /([市区县])(级|政府|人民政府|属)/.exec(text)?.[1] ?? '';
}
