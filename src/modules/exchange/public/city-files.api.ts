import { z } from 'zod';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { absent, CityParams } from './city-library.portal.tsx';
import type { CityLibrary } from './city-library.service.ts';

const config = { access: { kind: 'portal', action: 'read' }, anonymous: true } as const;
const params = CityParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(600) });

/** Files of what the city library shows; the name in the address is for people only. */
export function serveCityFiles(app: HttpServer, city: CityLibrary, files: FileStore): void {
  app.get(
    '/city-library/:peer/:number/files/:sha256/:name',
    { config, schema: { summary: '公文库附件', tags: ['公文库'], params } },
    async (request, reply) => {
      const file = await city.file(request.params.peer, request.params.number, request.params.sha256);
      if (!file) throw absent();
      const etag = `"${file.hash}"`;
      reply.header('etag', etag).header('cache-control', 'public, max-age=0, must-revalidate');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return sendFile(reply, files, file, 'inline');
    },
  );
}
