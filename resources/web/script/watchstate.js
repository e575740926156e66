// SPDX-License-Identifier: GPL-3.0-or-later
// What the watch page says of itself: one word, a line for the foot, a notice for the stage.

const kSilence = 3000; // ms without a picture until it is not "live" any more
const kHint = 3000; // ms of waiting until the page says how to send

/**
 * @param facts {hasPlayer, topic, isSecured, link: 'connecting'|'open'|'lost'|'ended', since, retryAt, why, kind, title,
 *     problem, isForeign, decoder, lastDataAt, lastPictureAt, origin, sendPath}; times in ms; since: when the link got there,
 *     isForeign: what arrives is no transport stream, decoder: as judge() of codec.js has it; why, kind and title: of the
 *     loss or the end
 * @returns {{state, word, detail, kind, notice: ?{title, text, command}}}
 */
export function describeState(facts, now) {
    if (!facts.hasPlayer) {
        return state('ended', 'No player', '', {
            title: 'This relay was built without the player',
            text: `Build relayd with -DRELAY_WEB_PLAYER=ON, or save the topic ${facts.topic} with a websocket client: any player shows the file.`,
        });
    }
    if (facts.link === 'ended') {
        return state('ended', 'Ended', '', { title: facts.title, text: facts.why }, facts.kind);
    }
    if (facts.link === 'lost') {
        return state('lost', 'Connection lost', countdown(facts.retryAt - now), {
            title: facts.kind === 'busy' ? 'The relay is busy' : 'Connection lost',
            text: facts.kind === 'busy' ? facts.why : 'The relay is out of reach. This page tries again by itself.',
        });
    }
    if (facts.link === 'connecting') {
        return state('waiting', 'Connecting', '', { title: 'Connecting', text: '' });
    }
    return describeOpen(facts, now);
}

function describeOpen(facts, now) {
    if (facts.problem) {
        return state('unplayable', "Can't be played", '', facts.problem);
    }
    if (facts.lastPictureAt !== null && facts.lastPictureAt >= facts.since && now - facts.lastPictureAt < kSilence) {
        return state('live', 'Live', '', null);
    }
    if (facts.isForeign) {
        return state('unplayable', "Can't be played", '', {
            title: 'This topic carries no video',
            text: 'Messages arrive, but they are no MPEG transport stream. Have ffmpeg send one:',
            command: '-f mpegts -codec:v mpeg1video -bf 0',
        });
    }
    const isFlowing = facts.lastDataAt - (facts.lastPictureAt ?? 0) > kSilence && now - facts.lastDataAt < kSilence;
    if (facts.decoder === 'h264' && isFlowing) {
        return state('waiting', 'Waiting for a key frame', '', keyFrameNotice(facts, now));
    }
    if (facts.lastPictureAt !== null) {
        return state('waiting', 'Waiting for video', `none since ${clock(facts.lastPictureAt)}`, {
            title: 'Waiting for video',
            text: `Nothing has come on ${facts.topic} since ${clock(facts.lastPictureAt)}.`,
        });
    }
    if (facts.isSecured) {
        const isLong = now - facts.since >= kHint;
        return state('waiting', 'Waiting for video', '', { title: 'Waiting for video', text: isLong ? `Nobody sends on ${facts.topic} yet.` : '' });
    }
    const isHintDue = now - facts.since >= kHint && facts.sendPath;
    return state('waiting', 'Waiting for video', '', {
        title: 'Waiting for video',
        text: isHintDue ? `Nobody sends on ${facts.topic} yet. To send a test picture:` : '',
        command: isHintDue ? sendCommand(facts) : undefined,
    });
}

/** Video comes, and none of it can be begun with. */
function keyFrameNotice({ since }, now) {
    const isLong = now - since >= kHint;
    return {
        title: 'Waiting for a key frame',
        text: isLong ? 'H.264 arrives; its picture begins with the next key frame. Have ffmpeg send them more often, each with its parameters:' : '',
        command: isLong ? '-g 50 -bsf:v dump_extra' : undefined,
    };
}

const sendCommand = ({ origin, sendPath }) =>
    `ffmpeg -re -f lavfi -i testsrc=size=640x480:rate=25 \\\n    -f mpegts -codec:v mpeg1video -b:v 1500k -bf 0 ${origin}${sendPath}`;

const state = (name, word, detail, notice, kind = '') => ({ state: name, word, detail, kind, notice });

function countdown(ms) {
    const seconds = Math.ceil(ms / 1000);
    return seconds > 0 ? `trying again in ${seconds} s` : 'trying again';
}

const clock = (ms) => new Date(ms).toLocaleTimeString('en-GB');
