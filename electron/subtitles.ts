import { basename } from 'node:path';
import type { MadeFrom, SubtitleTimes } from '../shared/contract';
import type { CutOptions } from '../shared/cues/cut';
import { estimateCues } from '../shared/cues/estimate';
import { retime } from '../shared/cues/retime';
import { fitToDuration } from '../shared/cues/scale';
import { timedTranscript } from '../shared/cues/timed';
import type { Reading } from '../shared/formats/reading';
import { srtFormat, writeSrt } from '../shared/formats/srt';
import type { Problem } from '../shared/i18n/problems';
import { loadScriptConverter } from '../shared/steps/script';
import { cuesOf, isTimed, type Transcript } from '../shared/transcript/transcript';
import { readSource } from './source';

/** Subtitles as a file that is on no disk yet. */
export interface MadeSubtitles {
  readonly reading: Reading;
  readonly from: MadeFrom;
}

type Cutting = Required<Pick<CutOptions, 'profile' | 'terms'>>;

/** Makes subtitles of a transcript. Where its times are to come from another file, that is the one at `roughPath`. */
export async function makeSubtitles(
  clean: Transcript,
  times: SubtitleTimes,
  roughPath: string | undefined,
  cutting: Cutting,
): Promise<MadeSubtitles | { readonly problem: Problem }> {
  if (times.kind === 'retimed') return retimed(clean, roughPath ?? '', cutting);
  const estimated = estimateCues(clean, cutting);
  const fitted =
    times.kind === 'scaled' ? fitToDuration(estimated, times.duration, cutting.profile) : estimated;
  return { reading: asFile(fitted), from: { times: times.kind } };
}

async function retimed(
  clean: Transcript,
  path: string,
  cutting: Cutting,
): Promise<MadeSubtitles | { readonly problem: Problem }> {
  const read = await readSource(path);
  if ('problem' in read) return read;
  const rough = read.source.reading.transcript;
  if (!isTimed(rough)) return { problem: { code: 'untimed', path } };
  const simplify = await loadScriptConverter('cn');
  const cues = retime(clean, rough, { ...cutting, simplify });
  return {
    reading: asFile(timedTranscript(basename(path), cues)),
    from: { times: 'retimed', sureness: cues.map(({ sureness }) => sureness) },
  };
}

/** As SubRip, which has no place for speakers: these are kept beside it, for other formats. */
function asFile(transcript: Transcript): Reading {
  const reading = srtFormat.read(writeSrt(transcript), transcript.name);
  const spoken = cuesOf(transcript);
  const segments = cuesOf(reading.transcript).map((cue, index) => {
    const speaker = spoken[index]?.speaker;
    return speaker === undefined ? cue : { ...cue, speaker };
  });
  return { ...reading, transcript: { ...reading.transcript, segments } };
}
