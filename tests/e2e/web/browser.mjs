// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a headless browser for the tests: one JSON command a line on stdin, one JSON answer a line on stdout.
// node browser.mjs EXECUTABLE USER_DATA_DIR [FLAG...], in a folder whose node_modules hold playwright-core.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require('playwright-core');
const [executablePath, userDataDir, ...flags] = process.argv.slice(2);
const kArguments = [
    '--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--mute-audio', ...flags,
];

const context = await chromium.launchPersistentContext(userDataDir, { executablePath, args: kArguments, headless: true });
const workbench = context.pages()[0] ?? await context.newPage();
const pages = new Map();
const complaints = [];
const requests = new Map(); // page: addresses that it has asked for, websockets too

// The browser reports that a websocket was refused while the relay is away; that is no fault of the page.
const isExpected = (text) => /WebSocket connection to .* failed/.test(text);

function listen(name, page) {
    const urls = [];
    requests.set(name, urls);
    page.on('request', (request) => urls.push(request.url()));
    page.on('websocket', (socket) => urls.push(socket.url()));
    page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) {
            complaints.push(`${name}: ${message.text()}`);
        }
    });
    page.on('pageerror', (error) => complaints.push(`${name}: ${error.stack}`));
    page.on('requestfailed', (request) => complaints.push(`${name}: ${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (response) => {
        if (response.status() >= 400) {
            complaints.push(`${name}: ${response.url()} gave ${response.status()}`);
        }
    });
}

const commands = {
    async open({ name, url, width = 1280, height = 800, scheme = 'light', init = null }) {
        const page = pages.get(name) ?? await context.newPage();
        if (!pages.has(name)) {
            pages.set(name, page);
            listen(name, page);
            await page.addInitScript(() => {
                window.violations = [];
                addEventListener('securitypolicyviolation', (event) => {
                    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
                });
            });
        }
        if (init) {
            await page.addInitScript(init);
        }
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(url);
    },
    evaluate: ({ name, script }) => pages.get(name).evaluate(script),
    // In the frame whose path begins so.
    frame: ({ name, path, script }) => pages.get(name).frames().find((frame) => new URL(frame.url()).pathname.startsWith(path)).evaluate(script),
    click: ({ name, selector }) => pages.get(name).click(selector, { timeout: 5000 }),
    type: ({ name, selector, text }) => pages.get(name).fill(selector, text, { timeout: 5000 }),
    press: ({ name, selector, key }) => pages.get(name).press(selector, key, { timeout: 5000 }),
    async shot({ name, selector, path }) {
        const target = selector ? pages.get(name).locator(selector) : pages.get(name);
        return (await target.screenshot({ path, timeout: 20_000 })).toString('base64');
    },
    // Colours of the picture as they reach the screen: a screenshot, made small by a page of our own.
    async pixels({ name, selector }) {
        const png = (await pages.get(name).locator(selector).screenshot({ timeout: 20_000 })).toString('base64');
        return workbench.evaluate(async ([data, width, height]) => {
            const image = new Image();
            image.src = `data:image/png;base64,${data}`;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width, height });
            const context2d = canvas.getContext('2d');
            context2d.drawImage(image, 0, 0, width, height);
            return [...context2d.getImageData(0, 0, width, height).data];
        }, [png, 32, 24]);
    },
    async history({ name }) {
        const session = await context.newCDPSession(pages.get(name));
        const { entries } = await session.send('Page.getNavigationHistory');
        await session.detach();
        return entries.map(({ url, userTypedURL, title }) => `${url} ${userTypedURL} ${title}`);
    },
    requests: ({ name }) => requests.get(name),
    async closeAll() {
        await Promise.all([...pages.values()].map((page) => page.close()));
        pages.clear();
    },
    async complaints() {
        const found = complaints.splice(0);
        for (const [name, page] of pages) {
            for (const violation of await page.evaluate('window.violations.splice(0)')) {
                found.push(`${name}: policy: ${violation}`);
            }
        }
        return found;
    },
    quit: () => context.close(),
};

console.log(JSON.stringify({ ready: context.browser()?.version() ?? true }));
for await (const line of createInterface({ input: process.stdin })) {
    const { command, ...options } = JSON.parse(line);
    try {
        console.log(JSON.stringify({ result: (await commands[command](options)) ?? null }));
    } catch (error) {
        console.log(JSON.stringify({ error: String(error.stack ?? error) }));
    }
    if (command === 'quit') {
        break;
    }
}
process.exit(0);
