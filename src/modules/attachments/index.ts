export { type ImportedDocument, importDocument } from './import-document.ts';
export { type ImportDoubt, PROPOSED_FIELDS, Proposal, type ProposedField } from './imported-document.contract.ts';
export { inspect } from './inspect.ts';
export {
  FileProblem,
  HIDDEN_KIND_NAMES,
  HIDDEN_KINDS,
  HiddenDatum,
  type HiddenKind,
  Inspection,
  TEXT_LIMIT,
} from './inspection.contract.ts';
export { LARGEST_FILE } from './opening/open-file.ts';
