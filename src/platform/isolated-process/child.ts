import { AppError } from '../../kernel/app-error.ts';
import { frameHead, type Message, readFrame } from './frame.ts';
import { denyNetwork } from './no-network.ts';

/** Entry point of an isolated process: one task, one message in, one message out. */

// Libraries that chat would break the frame.
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = () => undefined;
denyNetwork();

const task = (await import(process.argv[2] ?? '')) as { answer(message: Message): Promise<Message> };
send(await outcome(await readFrame(process.stdin)));

async function outcome(message: Message): Promise<Message> {
  try {
    const { value, bytes } = await task.answer(message);
    return { value: { value }, bytes };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, status, message: sentence, reasons, details } = error;
    return { value: { error: { code, status, message: sentence, reasons, details } }, bytes: [] };
  }
}

function send({ value, bytes }: Message): void {
  const pieces = [
    frameHead(
      value,
      bytes.map((piece) => piece.length),
    ),
    ...bytes,
  ];
  for (const piece of pieces) process.stdout.write(piece);
  process.stdout.end(() => process.exit(0));
}
