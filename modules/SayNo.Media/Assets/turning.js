// Draws a photograph upright and writes it as WebP: also one in the format of a telephone, if this browser can read it.
const most = 4096;

/** The picture as a new file; null if this browser cannot read it. */
export async function upright(file) {
  const picture = await createImageBitmap(file).catch(() => null);

  if (!picture) {
    return null;
  }

  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  const bytes = await draw(picture, Math.round(picture.width * scale), Math.round(picture.height * scale), 0.9);
  picture.close();

  return bytes && new File([bytes], file.name.replace(/\.[^.]*$/, '') + '.webp', { type: 'image/webp', lastModified: file.lastModified });
}

/** The picture at a size, as WebP; null if this browser cannot write that. */
export async function draw(picture, width, height, quality) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const bytes = await new Promise(done => canvas.toBlob(done, 'image/webp', quality));

  return bytes?.type === 'image/webp' ? bytes : null;
}
