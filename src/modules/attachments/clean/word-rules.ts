import type { Rewrite } from './rewrite-xml.ts';

const GONE =
  /^(?:del|moveFrom|(?:rPr|pPr|tblPr|tblGrid|trPr|tcPr|sectPr|numbering|tblPrEx)Change|comment(?:RangeStart|RangeEnd|Reference)|(?:moveFrom|moveTo)Range(?:Start|End)|rsids|rsid|rsidRoot|proofErr|docVars|attachedTemplate|mailMerge|trackRevisions|removePersonalInformation|writeProtection|annotationRef|cellIns|cellDel|cellMerge)$/;
const UNWRAPPED = /^(?:ins|moveTo)$/;

/** All tracked changes accepted; marks of editing sessions, comments and ties to other files left out. */
export function wordRule(
  name: string,
): (tag: string, attributes: Readonly<Record<string, string>>, path: readonly string[]) => Rewrite {
  return (tag, _, path) => {
    // A row or paragraph mark that was inserted stays; the mark that says so goes.
    const ofProperties = path.includes('rPr') || path.at(-1) === 'trPr';
    if (GONE.test(tag)) return 'drop';
    if (UNWRAPPED.test(tag)) return ofProperties ? 'drop' : 'unwrap';
    return /settings\.xml$/i.test(name) && tag === 'documentProtection' ? 'drop' : 'keep';
  };
}
