import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { Finding, PublicationDetail, Remark } from '../../publications.contract.ts';
import type { NoteActions } from './note-actions.ts';
import { KeepDialog, ResolveDialog } from './note-dialogs.tsx';
import type { ContentEdit } from './use-content-edit.ts';
import { publicationPath } from './use-publication.ts';

const SAME = ['place', 'type', 'text'] as const;

/** Masking, keeping and resolving, with their dialogs. What is typed and not saved is saved first, so that nothing is masked in an old text. */
export function useNotes(
  detail: PublicationDetail,
  edit: ContentEdit | undefined,
): { actions: NoteActions; dialogs: ReactNode } {
  const { message } = App.useApp();
  const allowed = usePermissions();
  const [keeping, setKeeping] = useState<Finding>();
  const [resolving, setResolving] = useState<Remark>();
  const mask = useAction(
    async (findings: readonly Finding[]): Promise<{ answer: PublicationDetail; typedThen: number } | undefined> => {
      const saved = await edit?.save();
      if (!edit || !saved?.draft) return undefined;
      const typedThen = edit.typed();
      const wanted = saved.findings.filter(
        (one) => one.state === 'open' && findings.some((asked) => SAME.every((key) => asked[key] === one[key])),
      );
      let answer: PublicationDetail = saved;
      for (const { tail, findingIds } of requests(wanted)) {
        answer = await call<PublicationDetail>('POST', `${publicationPath(detail.id)}${tail}`, {
          edit: answer.draft?.edit ?? saved.draft.edit,
          findingIds,
        });
      }
      return { answer, typedThen };
    },
    {
      onDone: (masked, findings) => {
        if (!masked) return;
        edit?.adopt(masked.answer, masked.typedThen);
        void message.success(`已脱敏 ${findings.length} 处。`);
      },
    },
  );
  const mayDecide = allowed.may('decide', { kind: 'redactionFinding', unitIds: [detail.unit.id] });
  return {
    actions: {
      ...(edit ? { mask: (findings) => mask.mutate(findings), resolve: setResolving } : {}),
      ...(mayDecide ? { keep: setKeeping } : {}),
      isBusy: mask.isPending,
    },
    dialogs: (
      <>
        {keeping ? (
          <KeepDialog publicationId={detail.id} finding={keeping} onClose={() => setKeeping(undefined)} />
        ) : null}
        {resolving ? (
          <ResolveDialog publicationId={detail.id} remark={resolving} onClose={() => setResolving(undefined)} />
        ) : null}
      </>
    ),
  };
}

/** Words are masked in the text at once; each PDF is drawn anew. */
function requests(findings: readonly Finding[]): { tail: string; findingIds: string[] }[] {
  const byFile = Map.groupBy(findings, (one) =>
    one.place.startsWith('attachment:') ? one.place.slice('attachment:'.length) : '',
  );
  return [...byFile].map(([sha256, own]) => ({
    tail: sha256 ? `/attachments/${sha256}/mask` : '/findings/mask',
    findingIds: own.map((one) => one.id),
  }));
}
