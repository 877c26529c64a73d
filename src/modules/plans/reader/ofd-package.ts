import { posix } from 'node:path';
import { getChildren } from 'domutils';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { AppError } from '../../../kernel/app-error.ts';

type Node = ReturnType<typeof getChildren>[number];
type Element = Extract<Node, { attribs: unknown }>;

function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** XML of a plan is a few megabytes at most; more is a file made to exhaust memory. */
const mostBytes = 100_000_000;

/** The XML files of an OFD (GB/T 33190), found by the locations that they give each other. */
export class OfdPackage {
  readonly #files: Readonly<Record<string, Uint8Array>>;

  /** @throws AppError plan-unreadable when the zip is broken or too large */
  constructor(bytes: Uint8Array) {
    this.#files = unzip(bytes);
  }

  /** Root element of a file, undefined when it is missing. */
  root(path: string): Element | undefined {
    const file = this.#files[path] ?? this.#files[this.#anyCase(path) ?? ''];
    return file && getChildren(parseDocument(strFromU8(file), { xmlMode: true })).find(isElement);
  }

  /** OFD archives from Windows programs sometimes spell a folder differently than their XML does. */
  #anyCase(path: string): string | undefined {
    return Object.keys(this.#files).find((name) => name.toLowerCase() === path.toLowerCase());
  }
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (!file.name.toLowerCase().endsWith('.xml')) return false;
        total += file.originalSize;
        if (total > mostBytes) throw unreadableOfd('这个 OFD 文件解压后过大，无法读取，请另存后再试。');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof AppError ? error : unreadableOfd('这个 OFD 文件已损坏，无法打开，请重新导出后再试。', error);
  }
}

export function unreadableOfd(message: string, cause?: unknown): AppError {
  return new AppError('plan-unreadable', 422, message, { cause });
}

/** A location is absolute in the package or stands relative to the file that names it. */
export function locate(from: string, location: string): string {
  const path = location.replaceAll('\\', '/');
  return path.startsWith('/') ? path.slice(1) : posix.normalize(posix.join(posix.dirname(from), path));
}

export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

export function elements(parent: Element | undefined, name?: string): Element[] {
  const all = parent ? getChildren(parent).filter(isElement) : [];
  return name === undefined ? all : all.filter((element) => localName(element) === name);
}

export function descend(parent: Element | undefined, ...names: string[]): Element | undefined {
  return names.reduce<Element | undefined>((element, name) => elements(element, name)[0], parent);
}

export function textContent(element: Element | undefined): string {
  return element
    ? getChildren(element)
        .map((child) => ('data' in child ? String(child.data) : ''))
        .join('')
    : '';
}

export function numbers(text: string | undefined): number[] {
  return (text ?? '').trim().split(/\s+/).filter(Boolean).map(Number);
}

export type { Element as OfdElement };
