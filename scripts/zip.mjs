// Writes a zip whose bytes depend on nothing but what is put into it.

import { deflateRawSync } from 'node:zlib';

/** The oldest day that a zip can name. */
const EPOCH = Date.UTC(1980, 0, 1);

/**
 * The bytes of a zip. `files` is a list of names and contents, which are put in as
 * they stand; all bear the same date, in milliseconds.
 */
export function zip(files, date) {
  const [day, time] = dosDate(Math.max(date, EPOCH));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const deflated = deflateRawSync(content, { level: 9 });
    const stored = deflated.length >= content.length;
    const body = stored ? content : deflated;
    const path = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0); // the version that can unzip it: 2.0
    about.writeUInt16LE(0x0800, 2); // names are UTF-8
    about.writeUInt16LE(stored ? 0 : 8, 4);
    about.writeUInt16LE(time, 6);
    about.writeUInt16LE(day, 8);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path, body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(0o100644 * 0x10000, 6); // a plain file, read by all
    rest.writeUInt32LE(offset, 10);
    // Made by version 2.0 of a Unix: the file's mode counts.
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), about, rest, path);
    parts.push(local);
    offset += local.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(names.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, names, end]);
}

/** A date as the format of 1989 has it: the day, and the time in steps of two seconds. */
function dosDate(milliseconds) {
  const date = new Date(milliseconds);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return [day, time];
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(content) {
  let rest = -1;
  for (const byte of content) rest = (rest >>> 8) ^ TABLE[(rest ^ byte) & 0xff];
  return (rest ^ -1) >>> 0;
}
