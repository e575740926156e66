// SPDX-License-Identifier: GPL-3.0-or-later
// A small line over time, from zero up, drawn into an svg element.

const kSvg = 'http://www.w3.org/2000/svg';
const kHeadroom = 1.2;

/**
 * The two path texts of a line: its stroke and the area below.
 * @param values oldest first; the newest stands at the trailing edge
 * @param capacity how many values fill the width
 */
export function linePaths(values, { width, height, capacity }) {
    if (values.length === 0) {
        return { stroke: '', area: '' };
    }
    const top = Math.max(...values) * kHeadroom || 1;
    const step = width / (capacity - 1);
    const points = values.map((value, index) => {
        const x = width - (values.length - 1 - index) * step;
        const y = height - 0.75 - (value / top) * (height - 1.5);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    if (points.length === 1) { // a first value is a short line, not nothing
        points.unshift(`${(width - step).toFixed(1)} ${points[0].split(' ')[1]}`);
    }
    const [from] = points[0].split(' ');
    return { stroke: `M${points.join('L')}`, area: `M${points.join('L')}L${width} ${height}L${from} ${height}z` };
}

/** Draws or redraws. */
export function drawLine(svg, values, { width, height, capacity = 25 }) {
    if (!svg.firstChild) {
        svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
        svg.setAttribute('preserveAspectRatio', 'none');
        const paths = ['ground', 'area', 'stroke'].map((name) => {
            const path = document.createElementNS(kSvg, 'path');
            path.setAttribute('class', name);
            return path;
        });
        paths[0].setAttribute('d', `M0 ${height - 0.5}H${width}`);
        svg.append(...paths);
    }
    const { stroke, area } = linePaths(values, { width, height, capacity });
    svg.children[1].setAttribute('d', area);
    svg.lastChild.setAttribute('d', stroke);
}
