import type { HttpServer } from '../../../platform/http/server.ts';
import { serveRoute } from '../serve-route.ts';
import { peerRoutes } from './peers.contract.ts';
import type { PeersService } from './peers.service.ts';

export function servePeers(app: HttpServer, peers: PeersService): void {
  serveRoute(app, peerRoutes.peers, ({ actor }) => peers.list(actor));
  serveRoute(app, peerRoutes.createPeer, ({ actor, body }) => peers.create(actor, body));
  serveRoute(app, peerRoutes.editPeer, ({ actor, params, body }) => peers.edit(actor, params.id, body));
}
