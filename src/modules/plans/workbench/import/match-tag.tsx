import type { Tone } from '../../../../workbench/components/tone-tag.tsx';
import type { ImportUnit, UnitMatch } from '../../import/imports.contract.ts';
import { UNIT_ROLE_WORDS } from '../../plan-words.ts';
import { needsChoice } from './match-kinds.ts';

/** How sure the name was found, in a word and a colour. */
export const MATCH_WORDS: Readonly<Record<UnitMatch['kind'], { readonly word: string; readonly tone: Tone }>> = {
  exact: { word: '', tone: 'green' },
  alias: { word: '别名', tone: 'green' },
  normalised: { word: '简称', tone: 'green' },
  group: { word: '单位组', tone: 'blue' },
  openGroup: { word: '请选定单位', tone: 'orange' },
  candidates: { word: '请选择', tone: 'orange' },
  none: { word: '未登记', tone: 'red' },
  chosen: { word: '已选定', tone: 'green' },
};

/** An empty group is as open as a name that stands for nobody. */
export function toneOf(match: UnitMatch): Tone {
  return match.kind === 'group' && needsChoice(match) ? 'orange' : MATCH_WORDS[match.kind].tone;
}

export function MatchTag({ unit }: { readonly unit: ImportUnit }) {
  return (
    <span className={`mc-unit mc-tone-${toneOf(unit.match)}`}>
      <MatchText unit={unit} />
    </span>
  );
}

/** Name as printed, what it stands for where that differs, and how it was found. */
export function MatchText({ unit }: { readonly unit: ImportUnit }) {
  const { match } = unit;
  const stands =
    match.groupSize !== null && match.kind !== 'openGroup'
      ? `${match.groupSize} 家`
      : match.unit && match.unit.name !== unit.name && match.unit.shortName !== unit.name
        ? match.unit.shortName
        : '';
  const note = [MATCH_WORDS[match.kind].word, stands].filter(Boolean).join('：');
  return (
    <>
      {unit.role === 'responsible' ? null : <b className="mc-unit-lead">{UNIT_ROLE_WORDS[unit.role]}</b>}
      {unit.name}
      {note ? <span className="mc-small">（{note}）</span> : null}
    </>
  );
}
