import type { Message } from '../../../platform/isolated-process/frame.ts';
import { readPlan, readSource } from '../reader/index.ts';

/** Opens one plan document apart from the server: a hostile file costs this process, nothing else. */
export async function answer({ value, bytes: [bytes = new Uint8Array()] }: Message): Promise<Message> {
  const { fileName, want } = value as { fileName: string; want: 'plan' | 'source' };
  const source = await readSource(bytes, { fileName });
  return {
    value: want === 'source' ? { source } : { source, reading: await readPlan(bytes, { fileName }) },
    bytes: [],
  };
}
