/** Writes zips for tests: stored or deflated, and dishonest ones on request. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put into a zip. */
export type ZipPart = {
  name: string
  data: string | Buffer
  /** Default false: stored. */
  isDeflated?: boolean
  /** Bits of the header; 1 says that it is encrypted. */
  flags?: number
  /** What the directory says about its size, where that is not the truth. */
  claimedBytes?: number
  /** Number of the compression method, where that is not the truth. */
  method?: number
}

/** A zip with these files, in this order. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const data = Buffer.from(part.data)
    const packed = part.isDeflated === true ? deflateRawSync(data) : data
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (part.flags ?? 0), 2)
    fields.writeUInt16LE(part.method ?? (part.isDeflated === true ? 8 : 0), 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.claimedBytes ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(4)
    place.writeUInt32LE(offset)
    const file = Buffer.concat([signature(0x04034b50), fields, name, packed])
    files.push(file)
    directory.push(
      Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), fields, Buffer.alloc(10), place, name]),
    )
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, list, signature(0x06054b50), end])
}

/** A zip of names and texts, as office formats are. */
export function zipOfTexts(texts: Readonly<Record<string, string>>): Buffer {
  return zipOf(Object.entries(texts).map(([name, data]) => ({ name, data })))
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
