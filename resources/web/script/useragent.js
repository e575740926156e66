// SPDX-License-Identifier: GPL-3.0-or-later
// A browser's user agent in three words. Others say what they are themselves: "Lavf/59.27.100" stays.

const kBrowsers = [
    [/\bEdg\w*\/(\d+)/, 'Edge'], [/\bOPR\/(\d+)/, 'Opera'], [/\bFirefox\/(\d+)/, 'Firefox'], [/\bFxiOS\/(\d+)/, 'Firefox'],
    [/\bHeadlessChrome\/(\d+)/, 'Headless Chrome'], [/\bCriOS\/(\d+)/, 'Chrome'], [/\bChrome\/(\d+)/, 'Chrome'],
    [/\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//, 'Safari'],
];
const kSystems = [
    [/\bAndroid\b/, 'Android'], [/\biPad\b/, 'iPad'], [/\biPhone\b/, 'iPhone'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'macOS'],
    [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux'],
];

export function shortUserAgent(userAgent) {
    if (!userAgent.startsWith('Mozilla/')) {
        return userAgent;
    }
    const browser = kBrowsers.map(([pattern, name]) => [pattern.exec(userAgent)?.[1], name]).find(([version]) => version);
    if (!browser) {
        return userAgent;
    }
    const system = kSystems.find(([pattern]) => pattern.test(userAgent));
    return `${browser[1]} ${browser[0]}${system ? `, ${system[1]}` : ''}`;
}
