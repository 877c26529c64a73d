import type { PublicationKind } from '../publications/index.ts';
import { opennessGuide, opennessReport, opennessRules, statutoryContent } from './columns/openness.kinds.ts';
import { policyDocument } from './documents/policy-document.kind.ts';

/** What the library brings through the door out. */
export const LIBRARY_KINDS: readonly PublicationKind[] = [
  policyDocument,
  opennessGuide,
  opennessRules,
  statutoryContent,
  opennessReport,
];
