/** What recognisers and captioners put in brackets: sounds, no speech. */
export const nonSpeech: readonly string[] =
  '音乐,背景音乐,片头音乐,片尾音乐,音樂,掌声,掌聲,鼓掌,全场鼓掌,热烈鼓掌,笑,笑声,笑聲,大笑,轻笑,众笑,全场笑,观众笑,哭,哭声,哭泣,欢呼,欢呼声,喝彩,尖叫,叹气,叹息,咳嗽,咳,清嗓子,喘气,呼吸声,沉默,停顿,静音,无声,空白,噪音,噪声,杂音,嘈杂,铃声,电话铃声,敲门声,脚步声,枪声,爆炸声,风声,雨声,雷声,鸟鸣,狗叫,听不清,听不清楚,无法识别,未识别,串音,重叠,众人说话,歌声,唱歌,music,background music,upbeat music,applause,laughter,laughs,laughing,laugh,chuckles,cheering,cheers,crying,sighs,sigh,coughs,cough,silence,pause,noise,background noise,inaudible,unintelligible,crosstalk,indistinct,phone ringing,knocking,footsteps,singing,clapping,blank_audio,no audio,sound,beep,bleep'.split(
    ',',
  );

/** Lines that speech recognisers learned from subtitles and write where nothing is said. */
export const invented: readonly RegExp[] = [
  /^请不吝点赞[\s，,、]*订阅[\s，,、]*转发[\s，,、]*打赏/u,
  /^請不吝點贊[\s，,、]*訂閱/u,
  /^字幕(?:由|制作|製作|志愿者|志願者|组|by|校对)?[\s:：]*(?:Amara\.org|索兰娅|索蘭婭|李宗盛|杨栋梁|楊棟梁|中文字幕志愿者)/iu,
  /^(?:中文)?字幕(?:志愿者|志願者|由\s*Amara)/u,
  /^(?:優優|优优)(?:獨播劇場|独播剧场)/u,
  /^明镜(?:需要您的支持|与点点栏目)/u,
  /^本(?:字幕|节目)由.{0,12}(?:提供|赞助|制作)/u,
  /^(?:Subtitles|Captions|Transcription) by\b/i,
  /^Thanks? (?:you )?for watching[.!]*$/i,
  /^(?:Please )?(?:like and )?subscribe\b.{0,40}$/i,
  /^(?:谢谢|感谢)(?:大家|您的|您|你的|你)?(?:观看|收看|收听)[。！!.]*$/u,
  /^(?:記得|记得)?(?:订阅|訂閱)(?:我们|我們)?的?(?:频道|頻道)/u,
];
