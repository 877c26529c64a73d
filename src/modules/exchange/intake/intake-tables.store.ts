import type { Generated, Selectable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';

export type IntakeTables = {
  'exchange.intake_source': {
    id: Generated<string>;
    way: 'interface' | 'folder';
    name: string;
    unit_ids: string[];
    created_by: string;
    created_at: Date;
  };
  'exchange.intake_key': {
    id: Generated<string>;
    source_id: string;
    hash: string;
    ending: string;
    created_by: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
  'exchange.intake_document': {
    id: Generated<string>;
    source_id: string;
    external_id: string;
    unit_id: string;
    publication_id: string;
    delivery_hash: string;
    doubts: string[];
    first_at: Date;
    last_at: Date;
    repeats: Generated<number>;
  };
  'exchange.intake_delivery': {
    id: Generated<string>;
    seq: Generated<string>;
    source_id: string;
    unit_id: string | null;
    external_id: string | null;
    title: string | null;
    signer: string | null;
    proposal: string | null;
    file_names: string[];
    outcome: 'registered' | 'renewed' | 'refused';
    notes: string[];
    publication_id: string | null;
    at: Date;
  };
};

export type SourceRow = Selectable<IntakeTables['exchange.intake_source']>;
export type KeyRow = Selectable<IntakeTables['exchange.intake_key']>;
export type DocumentRow = Selectable<IntakeTables['exchange.intake_document']>;
export type DeliveryRow = Selectable<IntakeTables['exchange.intake_delivery']>;

export const intakeTables = (db: Queryable) => db.withTables<IntakeTables>();
