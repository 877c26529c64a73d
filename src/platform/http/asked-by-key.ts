import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';

/** Who asks by a key, never by a session; whoever brings none that opens is told what to bring. */
export async function askedByKey<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  authenticate: (authorization: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await authenticate(request.headers.authorization);
  } catch (error) {
    if (error instanceof AppError && error.status === 401) reply.header('www-authenticate', 'Bearer');
    throw error;
  }
}
