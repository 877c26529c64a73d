import { download } from '../../../workbench/api/client.ts';

/** Fetches a file with the person's session and hands it to the browser under that name. */
export async function saveFile(path: string, name: string): Promise<void> {
  saveBlob(await download(path), name);
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
