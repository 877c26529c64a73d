export type { AttachmentRef, Content, FieldValue, Relation } from './content/content.contract.ts';
export type {
  Choice,
  ColumnRule,
  ElementCheck,
  FieldCondition,
  FieldDefinition,
  FieldType,
  PublicationKind,
  RelationDefinition,
  ReviewStep,
  TogetherRule,
} from './kinds/publication-kind.ts';
export type {
  FrozenRelation,
  OpenEvent,
  OpenFile,
  OpenItem,
  OpenItemSummary,
  OpenItemsFilter,
  OpenItemsQuery,
  OpenPublications,
  OpenRecord,
  OpenRelation,
  OpenStatus,
  OpenVersion,
} from './public/open-publications.ts';
