import { posix } from 'node:path';
import { tooBig } from '../opening/refusal.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { attribute, doctypeRefusal, walkXml } from './xml-walk.ts';

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: image, hyperlink, attachedTemplate, … */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const MOST_UNPACKED = 600 * 1_048_576;

/** The parts of an office document (ISO 29500-2, GB/T 33190) as texts. */
export class OfficePackage {
  readonly zip: ZipArchive;
  readonly #checked = new Set<string>();
  #unpacked = 0;

  constructor(zip: ZipArchive) {
    this.zip = zip;
  }

  names(pattern: RegExp): string[] {
    return this.zip.names.filter((name) => pattern.test(name));
  }

  /** @throws AppError when the part is damaged or brings a document type */
  xml(name: string): string | undefined {
    const actual = this.#nameOf(name);
    if (actual === undefined) return undefined;
    this.#unpacked += this.zip.size(actual);
    if (this.#unpacked > MOST_UNPACKED) throw tooBig();
    const bytes = this.zip.bytes(actual) ?? Buffer.alloc(0);
    const text = decodeXml(bytes);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw doctypeRefusal();
    this.#checked.add(actual);
    return text;
  }

  /** Looks at the parts that no reader asked for: a document type is refused wherever it hides. */
  checkRest(): void {
    for (const name of this.names(/\.(?:xml|rels|vml)$/i)) if (!this.#checked.has(name)) this.xml(name);
  }

  /** Of one part; `''` stands for the package. */
  relationships(part: string): Relationship[] {
    const file = `${part === '' ? '' : `${posix.dirname(part)}/`}_rels/${posix.basename(part)}.rels`.replace(
      /^\.\//,
      '',
    );
    const found: Relationship[] = [];
    walkXml(this.xml(file) ?? '', {
      open: (name, attributes) => {
        if (name !== 'Relationship') return;
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
          target: attribute(attributes, 'Target') ?? '',
          external: attribute(attributes, 'TargetMode') === 'External',
        });
      },
    });
    return found;
  }

  /** Programs on Windows sometimes spell a folder differently than the XML does. */
  #nameOf(name: string): string | undefined {
    if (this.zip.has(name)) return name;
    const wanted = name.toLowerCase();
    return this.zip.names.find((other) => other.replaceAll('\\', '/').toLowerCase() === wanted);
  }
}

/** A location is absolute in the package or stands relative to the part that names it. */
export function locate(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  return path.startsWith('/') ? path.slice(1) : posix.normalize(posix.join(posix.dirname(from), path));
}

function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1];
  return new TextDecoder(/^gb/i.test(declared ?? '') ? 'gb18030' : 'utf-8').decode(bytes);
}
