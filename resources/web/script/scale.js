// SPDX-License-Identifier: GPL-3.0-or-later
// How large a picture is shown.

/**
 * @param picture {width, height} in its own pixels
 * @param stage {width, height} in CSS pixels
 * @param ratio device pixels per CSS pixel
 * @param isExact every pixel fills a whole number of device pixels, at least one, even if the stage is too small
 * @returns {{width, height, isCrisp}} in CSS pixels; isCrisp: enlarge without smoothing
 */
export function scale(picture, stage, ratio, isExact) {
    const fit = Math.min(stage.width / picture.width, stage.height / picture.height);
    const factor = isExact ? Math.max(Math.floor(fit * ratio), 1) / ratio : fit;
    return { width: picture.width * factor, height: picture.height * factor, isCrisp: isExact };
}
