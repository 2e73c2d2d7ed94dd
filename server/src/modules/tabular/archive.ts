// Looks at an .xlsx as the zip that it is, before anything else does: every part declared, bounded, whole, and
// nothing in the file that is no part.
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { problem } from '../../kernel/index.js';
import { archiveLimits as limits } from './limits.js';
import { tabularErrors } from './tabular.errors.js';

const endOfDirectory = Buffer.from('PK\u0005\u0006', 'latin1');
const endLength = 22;
const hasDescriptor = 0x8;
const descriptorLengths = [12, 16];

/** Refuses what is no plain, whole workbook of bounded size. Errors: SHEET_NOT_SAFE. */
export async function checkWorkbook(bytes: Buffer): Promise<void> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
    const entries = await everyEntry(zip);
    checkDeclared(entries);
    await checkPlaces(zip, entries, requireDirectoryAt(bytes));
    for (const entry of entries) await checkContent(zip, entry);
  } catch (cause) {
    throw Object.assign(problem(tabularErrors.SHEET_NOT_SAFE), { cause });
  }
}

function refuse(why: string): never {
  throw new Error(why);
}

// Names with "..", a drive, a leading slash or a backslash are refused by yauzl itself.
async function everyEntry(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (zip.entryCount > limits.entries) refuse('too many parts');
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function checkDeclared(entries: yauzl.Entry[]): void {
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size !== entries.length) refuse('two parts of one name');
  if (!names.has('xl/workbook.xml')) refuse('no workbook');
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) refuse('macros');
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > limits.inflatedBytes) refuse('inflates to too much');
  for (const entry of entries) {
    if (entry.isEncrypted() || !entry.canDecodeFileData()) refuse('a part that cannot be read');
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.inflatedRatio) refuse('a bomb');
  }
}

/** Where the directory begins; the file must end with it, without a comment, and be of one piece. */
function requireDirectoryAt(bytes: Buffer): number {
  const end = bytes.length - endLength;
  if (end < 0 || !bytes.subarray(end, end + 4).equals(endOfDirectory)) refuse('something after the end');
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  if (start + size !== end) refuse('something before the end');
  return start;
}

// A reader that goes through the file from its start would find parts that the directory does not name.
async function checkPlaces(zip: yauzl.ZipFile, entries: yauzl.Entry[], directoryAt: number): Promise<void> {
  let at = 0;
  let slack = [0];
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const entry of inOrder) {
    if (!slack.includes(entry.relativeOffsetOfLocalHeader - at)) refuse('something between the parts');
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    at = fileDataStart + entry.compressedSize;
    slack = entry.generalPurposeBitFlag & hasDescriptor ? descriptorLengths : [0];
  }
  if (!slack.includes(directoryAt - at)) refuse('something after the parts');
}

// yauzl ends the stream with an error as soon as more comes than was declared.
async function checkContent(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  let sum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) sum = crc32(chunk as Buffer, sum);
  if (sum !== entry.crc32) refuse('a damaged part');
}
