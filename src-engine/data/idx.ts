import { fail } from '../errors/fail.ts';
import type { Dataset } from './dataset.ts';
import { type DataContext, type DatasetSpec, defineDataset } from './define.ts';
import { requireFile } from './files.ts';
import { numbered } from './options.ts';

const UNSIGNED_BYTE = 0x08;
const MOST_NUMBERS = 2 ** 30;

const KEYS = ['images', 'labels', 'testImages', 'testLabels'] as const;
type Key = (typeof KEYS)[number];

export const idx = defineDataset({
  id: 'idx',
  name: 'IDX files',
  category: 'files',
  description: 'Pictures and labels as MNIST has them; pixels are fed as 0 to 1.',
  options: {},
  files: (spec) => KEYS.filter((key) => spec[key] !== undefined).map((key) => String(spec[key])),
  open(spec, context) {
    const train = readPart(spec, 'images', 'labels', context);
    const test = spec['testImages'] === undefined ? null : readPart(spec, 'testImages', 'testLabels', context);
    if (test && (test.height !== train.height || test.width !== train.width))
      fail(
        'data.idx',
        {
          file: String(spec['testImages']),
          detail: `its pictures are ${test.height} × ${test.width}, those for training ${train.height} × ${train.width}`,
        },
        { path: `${context.path}.testImages` },
      );
    const { height, width } = train;
    const labels = test ? joined(train.labels, test.labels) : train.labels;
    const features = test ? joined(train.pixels, test.pixels) : train.pixels;
    const classes = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
    return {
      rows: labels.length,
      featureNames: Array.from({ length: height * width }, (_, at) => `${Math.floor(at / width)},${at % width}`),
      features,
      featureUnit: 1 / 255,
      targetNames: ['label'],
      targets: Float64Array.from(labels),
      classes: numbered(Math.max(2, classes)),
      testFrom: train.labels.length,
      picture: [height, width],
    } satisfies Dataset;
  },
});

function readPart(spec: DatasetSpec, imagesKey: Key, labelsKey: Key, { files, path }: DataContext) {
  const read = (key: Key, axes: number) => {
    if (spec[key] === undefined) return fail('document.missing', { key }, { path });
    const file = String(spec[key]);
    return readIdx(requireFile(files, file, `${path}.${key}`), file, axes, `${path}.${key}`);
  };
  const images = read(imagesKey, 3);
  const labels = read(labelsKey, 1);
  const [count = 0, height = 0, width = 0] = images.shape;
  if (count !== labels.shape[0])
    fail('data.rows', { features: count, targets: labels.shape[0]! }, { path: `${path}.${labelsKey}` });
  return { height, width, pixels: images.bytes, labels: labels.bytes };
}

/**
 * IDX: two zero bytes, the type (0x08: unsigned bytes), the number of axes, each axis as a big-endian 32-bit number, then
 * the bytes. Throws `data.idx`. Source: Y. LeCun, http://yann.lecun.com/exdb/mnist/
 */
function readIdx(bytes: Uint8Array, file: string, axes: number, path: string) {
  const wrong = (detail: string) => fail('data.idx', { file, detail }, { path });
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) wrong('it is still compressed');
  const header = 4 + 4 * axes;
  if (bytes.length < header) wrong(`it has ${bytes.length} bytes, its header alone takes ${header}`);
  if (bytes[0] !== 0 || bytes[1] !== 0) wrong('it does not begin with two zero bytes');
  if (bytes[2] !== UNSIGNED_BYTE) wrong(`its numbers are of type ${bytes[2]}, not unsigned bytes (8)`);
  if (bytes[3] !== axes) wrong(`it has ${bytes[3]} axes instead of ${axes}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0 || size > MOST_NUMBERS) wrong(`its axes are ${shape.join(' × ')}`);
  if (bytes.length !== header + size)
    wrong(`its axes ${shape.join(' × ')} need ${size} bytes, but ${bytes.length - header} follow`);
  return { shape, bytes: bytes.subarray(header) };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
