import { invalid } from '../plans.errors.ts';
import type { EvidenceInput } from './assignments.contract.ts';
import type { NewEvidence, UploadRow } from './reports.store.ts';

const NOTHING = {
  record_ref: null,
  address: null,
  file_hash: null,
  file_name: null,
  file_size: null,
  media_type: null,
  address_state: null,
  check_at: null,
};

/**
 * The row for one piece of evidence. A file must have been uploaded by the same person; an address is checked by the job at once.
 * @throws AppError `content-invalid` (422)
 */
export function newEvidence(
  input: EvidenceInput,
  uploads: ReadonlyMap<string, UploadRow>,
  personId: string | null,
  at: Date,
): NewEvidence {
  switch (input.kind) {
    case 'record':
      return { ...NOTHING, kind: 'record', title: input.title, record_ref: input.recordRef };
    case 'address':
      return {
        ...NOTHING,
        kind: 'address',
        title: input.title || input.address,
        address: input.address,
        address_state: 'unchecked',
        check_at: at,
      };
    case 'file': {
      const upload = uploads.get(input.uploadId);
      if (!upload || upload.by_person !== personId) {
        throw invalid('有附件没有上传成功，请重新上传后再报送。', [{ field: 'evidence', message: '附件不存在' }]);
      }
      return {
        ...NOTHING,
        kind: 'file',
        title: input.title || upload.name,
        file_hash: upload.hash,
        file_name: upload.name,
        file_size: upload.size,
        media_type: upload.media_type,
      };
    }
  }
}
