/** What EXIF (CIPA DC-008) tells about people, places and devices, and how the picture must be turned. */
export interface ExifFacts {
  /** Chinese name of the property and its value. */
  readonly telling: readonly (readonly [string, string])[];
  /** 1 to 8; 1 when it says nothing. */
  readonly orientation: number;
  /** A small copy of the picture as it was before it was cropped or painted over. */
  readonly thumbnail: boolean;
}

const WORDS: Readonly<Record<number, string>> = {
  270: '说明',
  271: '设备厂商',
  272: '设备型号',
  305: '软件',
  306: '修改时间',
  315: '作者',
  316: '主机',
  33432: '版权',
  36867: '拍摄时间',
  37510: '用户备注',
  40093: '作者',
  40092: '备注',
  40091: '标题',
  42032: '相机所有者',
  42033: '机身序列号',
  42037: '镜头序列号',
};
const ORIENTATION = 274;
const EXIF_DIRECTORY = 34665;
const GPS_DIRECTORY = 34853;
const MOST_ENTRIES = 500;
const UNIT_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

/** @param tiff from the byte order mark on; damage is passed over */
export function readExif(tiff: Buffer): ExifFacts {
  const reader = new ExifReader(tiff);
  try {
    reader.read();
  } catch {
    // Damaged metadata: what was read before stands.
  }
  return reader;
}

class ExifReader implements ExifFacts {
  readonly telling: (readonly [string, string])[] = [];
  orientation = 1;
  thumbnail = false;
  readonly #bytes: Buffer;
  readonly #little: boolean;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#little = bytes.toString('latin1', 0, 2) === 'II';
  }

  read(): void {
    const first = this.#long(4);
    this.#directory(first);
    const second = this.#long(first + 2 + this.#short(first) * 12);
    this.thumbnail = second !== 0;
  }

  #directory(at: number): void {
    const count = Math.min(this.#short(at), MOST_ENTRIES);
    for (let index = 0; index < count; index++) this.#entry(at + 2 + index * 12);
  }

  #entry(at: number): void {
    const tag = this.#short(at);
    if (tag === ORIENTATION) this.orientation = Math.min(8, Math.max(1, this.#short(at + 8)));
    else if (tag === EXIF_DIRECTORY) this.#directory(this.#long(at + 8));
    else if (tag === GPS_DIRECTORY) this.#gps(this.#long(at + 8));
    else if (WORDS[tag]) {
      const text = textOf(this.#content(at), tag);
      if (text !== '') this.telling.push([WORDS[tag] ?? '', text]);
    }
  }

  #gps(at: number): void {
    const parts = new Map<number, Buffer>();
    const count = Math.min(this.#short(at), MOST_ENTRIES);
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * 12;
      parts.set(this.#short(entry), this.#content(entry));
    }
    const [latitude, longitude] = [this.#degrees(parts.get(2)), this.#degrees(parts.get(4))];
    const place =
      latitude === undefined || longitude === undefined
        ? '有定位数据'
        : `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
    if (parts.size > 1) this.telling.push(['拍摄位置', place]);
  }

  #degrees(value: Buffer | undefined): number | undefined {
    if (!value || value.length < 24) return undefined;
    const part = (at: number) => this.#longIn(value, at) / (this.#longIn(value, at + 4) || 1);
    return part(0) + part(8) / 60 + part(16) / 3600;
  }

  #content(entry: number): Buffer {
    const length = this.#long(entry + 4) * (UNIT_BYTES[this.#short(entry + 2)] ?? 1);
    const at = length <= 4 ? entry + 8 : this.#long(entry + 8);
    return this.#bytes.subarray(at, at + Math.min(length, 4096));
  }

  #short(at: number): number {
    return this.#little ? this.#bytes.readUInt16LE(at) : this.#bytes.readUInt16BE(at);
  }

  #long(at: number): number {
    return this.#longIn(this.#bytes, at);
  }

  #longIn(bytes: Buffer, at: number): number {
    return this.#little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }
}

/** Windows writes its own tags in UTF-16; user comments begin with the name of their code. */
function textOf(content: Buffer, tag: number): string {
  const text = tag >= 40091 && tag <= 40095 ? content.toString('utf16le') : content.toString('utf8');
  return text
    .replace(/^(?:ASCII|UNICODE|JIS)\0+/, '')
    .replaceAll('\0', '')
    .trim();
}
