// SPDX-License-Identifier: GPL-3.0-or-later
// What the streams of a transport stream are, and whether the page can play them.

const kVideo = new Map([
    [0x01, 'MPEG-1 video'], [0x02, 'MPEG-2 video'], [0x10, 'MPEG-4 part 2'], [0x1b, 'H.264'], [0x1e, 'MPEG-4 auxiliary video'],
    [0x1f, 'H.264 SVC'], [0x20, 'H.264 MVC'], [0x21, 'JPEG 2000'], [0x24, 'HEVC'], [0x33, 'VVC'], [0x42, 'AVS'], [0xd1, 'Dirac'],
    [0xd2, 'AVS2'], [0xd4, 'AVS3'], [0xea, 'VC-1'],
]);
const kAudio = new Map([
    [0x03, 'MPEG audio'], [0x04, 'MPEG-2 audio'], [0x0f, 'AAC'], [0x11, 'AAC (LATM)'], [0x1c, 'MPEG-4 audio'], [0x81, 'AC-3'],
    [0x82, 'DTS'], [0x83, 'TrueHD'], [0x87, 'E-AC-3'],
]);
// Stream type 6 is "private": the descriptors say what it is.
const kByRegistration = new Map([
    ['AV01', ['video', 'AV1']], ['VP09', ['video', 'VP9']], ['HEVC', ['video', 'HEVC']], ['drac', ['video', 'Dirac']],
    ['VC-1', ['video', 'VC-1']], ['Opus', ['audio', 'Opus']], ['AC-3', ['audio', 'AC-3']], ['EAC3', ['audio', 'E-AC-3']],
    ['BSSD', ['audio', 'SMPTE 302M']], ['DTS1', ['audio', 'DTS']], ['DTS2', ['audio', 'DTS']], ['DTS3', ['audio', 'DTS']],
    ['KLVA', ['data', 'KLV data']],
]);
const kByDescriptor = new Map([[0x6a, 'AC-3'], [0x7a, 'E-AC-3'], [0x7b, 'DTS'], [0x7c, 'AAC']]);

/** @returns {{kind: 'video'|'audio'|'data', name: string}} */
export function describe({ type, descriptors }) {
    if (kVideo.has(type)) {
        return { kind: 'video', name: kVideo.get(type) };
    }
    if (kAudio.has(type)) {
        return { kind: 'audio', name: kAudio.get(type) };
    }
    for (const { tag, body } of type === 0x06 || type >= 0x80 ? each(descriptors) : []) {
        const registered = tag === 0x05 && kByRegistration.get(String.fromCharCode(...body.subarray(0, 4)));
        if (registered) {
            return { kind: registered[0], name: registered[1] };
        }
        if (kByDescriptor.has(tag)) {
            return { kind: 'audio', name: kByDescriptor.get(tag) };
        }
    }
    return { kind: 'data', name: `stream type 0x${type.toString(16).padStart(2, '0')}` };
}

/** What plays a video: one of our two decoders, by its name in the program map. */
function decoderOf({ type }, { isMpeg2, hasH264 }) {
    if (type === 0x01 || (type === 0x02 && !isMpeg2)) {
        return 'mpeg1';
    }
    return type === 0x1b && hasH264 ? 'h264' : null;
}

/**
 * Which streams to play, and what to tell when that is not all.
 * @param streams as TsReader gives them
 * @param isMpeg2 whether the video itself turned out to be MPEG-2: ffmpeg announces MPEG-1 video as type 2 as well
 * @param hasH264 whether the browser decodes H.264 from a page's own bytes, and `hasAac` the same for its sound
 * @param profile {?string} of an H.264 video that the browser does not decode, as "avc1.f4000d"
 * @returns {{decoder: ?('mpeg1'|'h264'), video, audio, isAac, name, problem, soundNote}} video and audio are PIDs or null
 */
export function judge(streams, { isMpeg2 = false, hasH264 = false, hasAac = false, profile = null } = {}) {
    const known = streams.map((stream) => ({ ...stream, ...describe(stream) }));
    const videos = known.filter(({ kind }) => kind === 'video');
    const audios = known.filter(({ kind }) => kind === 'audio');
    const able = { isMpeg2, hasH264: hasH264 && profile === null };
    const video = videos.find((each) => decoderOf(each, able)) ?? null;
    const decoder = video && decoderOf(video, able);
    const audio = audios.find(({ type }) => type === 0x03 || (type === 0x0f && decoder === 'h264' && hasAac)) ?? null;
    const names = [video ? kPlayed[decoder] : videos[0]?.name, audio ? (audio.type === 0x03 ? 'MP2' : 'AAC') : audios[0]?.name];
    return {
        decoder,
        video: video?.pid ?? null,
        audio: audio?.pid ?? null,
        isAac: audio?.type === 0x0f,
        name: names.filter(Boolean).join(' + '),
        problem: video ? null : videoProblem(videos, known, profile),
        soundNote: audio || audios.length === 0 ? null : `The sound is ${audios[0].name}, which this page can't play; send -codec:a mp2.`,
    };
}

const kPlayed = { mpeg1: 'MPEG-1', h264: 'H.264' };

function videoProblem(videos, all, profile) {
    const command = '-codec:v mpeg1video -bf 0';
    if (videos[0]?.type === 0x1b) {
        return profile === null
            ? { title: "This browser can't play H.264", text: 'It lacks the decoder or Media Source Extensions. Use another browser, or have ffmpeg send MPEG-1 video:', command }
            : {
                title: "This kind of H.264 can't be played by browsers",
                text: `Its profile is ${profile.slice(5)}, often because of 4:4:4 or 10 bit colours. Have ffmpeg send 4:2:0:`,
                command: '-codec:v libx264 -pix_fmt yuv420p -tune zerolatency',
            };
    }
    if (videos.length) {
        return {
            title: `${videos[0].name} can't be played by this page`,
            text: 'It plays MPEG-1 video and H.264. Have ffmpeg send one of them:',
            command,
        };
    }
    const names = all.map(({ name }) => name).join(', ');
    return {
        title: 'There is no video in this stream',
        text: names ? `It holds ${names}. To add video, have ffmpeg send:` : 'Its program map is empty. Have ffmpeg send:',
        command,
    };
}

function* each(descriptors) {
    for (let at = 0; at + 2 <= descriptors.length; at += 2 + descriptors[at + 1]) {
        yield { tag: descriptors[at], body: descriptors.subarray(at + 2, at + 2 + descriptors[at + 1]) };
    }
}
