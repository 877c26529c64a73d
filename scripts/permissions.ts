// docs/permissions.md from the permission table, so that people read the same table that the program asks.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionDocument } from '../src/kernel/permission-document.ts';
import { PERMISSION_TABLE } from '../src/kernel/permission-table.ts';

writeFileSync(join(import.meta.dirname, '..', 'docs', 'permissions.md'), permissionDocument(PERMISSION_TABLE));
