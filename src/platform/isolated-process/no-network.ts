import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Takes the network away from this process. Node's permission model does not know the network in this version; what a file
 * makes a library ask for still ends here, and `fetch`, `http` and `tls` all go through these.
 */
export function denyNetwork(): void {
  const refuse = (): never => {
    throw new Error('no network in an isolated process');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.send = refuse;
  Object.assign(dns, { lookup: refuse, resolve: refuse });
  globalThis.fetch = refuse;
}
