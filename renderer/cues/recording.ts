/** The length of a recording in milliseconds, from what its file says of itself; undefined if it cannot be told. */
export function recordingLength(file: File): Promise<number | undefined> {
  const url = URL.createObjectURL(file);
  const media = document.createElement('video');
  return new Promise<number | undefined>((resolve) => {
    media.onloadedmetadata = () =>
      resolve(Number.isFinite(media.duration) ? Math.round(media.duration * 1000) : undefined);
    media.onerror = () => resolve(undefined);
    media.preload = 'metadata';
    media.src = url;
  }).finally(() => URL.revokeObjectURL(url));
}
