// Draws the smaller sizes of a picture and hands them to the server, which looks at each of them.
import { draw } from './turning.js';
import { heads, insist, refusal } from './upload.js';

const widths = [320, 640, 960, 1280, 1920];
const qualities = [0.82, 0.6, 0.4];
const most = 1_400_000;

/** Makes all sizes of a picture that is in the library under an id; a browser that cannot write WebP leaves the picture as it is. */
export async function drawSizes(id, file, options) {
  const picture = await createImageBitmap(file).catch(() => null);

  if (!picture) {
    return;
  }

  for (const width of widths.filter(one => one <= picture.width)) {
    const bytes = await small(picture, width);

    if (!bytes) {
      break;
    }

    const answer = await insist(options, () => fetch(`/admin/media/${id}/renditions`, {
      method: 'POST', redirect: 'manual', body: bytes, signal: options.signal, headers: heads(options.form, { 'Content-Type': 'image/webp' }),
    }));

    if (!answer.ok) {
      throw await refusal(answer);
    }
  }

  picture.close();
}

async function small(picture, width) {
  const height = Math.max(1, Math.round(width * picture.height / picture.width));

  for (const quality of qualities) {
    const bytes = await draw(picture, width, height, quality);

    if (!bytes || bytes.size < most) {
      return bytes;
    }
  }

  return null;
}
