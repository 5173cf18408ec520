// The table of scripts/policy.mjs in the words of the usual static hosts.
//
//   node scripts/hosting.mjs                    compares hosting/ with the table
//   UPDATE_GOLDEN=1 node scripts/hosting.mjs    writes it anew

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ASK_FIRST, FOREVER, HASHED, isHashed, TABLE, TYPES } from './policy.mjs';

const FOLDER = 'hosting';
const UPDATE = 'UPDATE_GOLDEN=1 node scripts/hosting.mjs';

/** The names of the headers that any file has, in the order of the table. */
const NAMES = [...new Set(TABLE.flatMap(({ headers }) => Object.keys(headers)))];

/** What stands at the head of each file. */
const HEAD = [
  'Written by scripts/hosting.mjs from the table in scripts/policy.mjs. See docs/hosting.md.',
  '',
  'Who may embed embed.html: put the origins in place of the * after frame-ancestors, as in',
  'frame-ancestors https://trial.example',
  '',
  'If all of this host is served by HTTPS alone, send for every file as well:',
  'Strict-Transport-Security: max-age=31536000',
];

const comment = (lines, start = '# ') => lines.map((line) => `${start}${line}`.trimEnd()).join('\n');

/**
 * Each file, as a function of the names in the folder that is served. Only hosts
 * that know no patterns need them; without the names, the files that never change
 * are asked for like any other.
 */
export const HOSTS = {
  _headers: netlify,
  'nginx.conf': nginx,
  '.htaccess': apache,
  Caddyfile: caddy,
  'web.config': iis,
};

/** Netlify, Cloudflare Pages and those that read the same file. */
function netlify(served) {
  const block = ({ what, paths, headers }) =>
    paths
      .map((path) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
      .join('\n')
      .replace(/^/, `# ${what}\n`);
  const forever = {
    what: 'what never changes; everything else is asked for before each use, as these hosts do by themselves',
    paths: served.filter(isHashed).map((name) => `/${name}`),
    headers: { 'Cache-Control': FOREVER },
  };
  const rows = forever.paths.length > 0 ? [...TABLE, forever] : TABLE;
  return [comment([...HEAD, '', 'Belongs into the top folder of the site, which is taken to be that of these files.']), ...rows.map(block)].join('\n\n');
}

/** nginx: to be included at the level of `http`, as the files of conf.d are. */
function nginx() {
  const variable = (name) => `$rheumscore_${name.toLowerCase().replaceAll('-', '_')}`;
  // An empty value is not sent.
  const map = (name) => {
    const rows = TABLE.filter(({ headers }) => name in headers);
    const lines = rows.map(({ files, headers }) => `  "~${inPath(files)}" "${headers[name]}";`);
    return [`map $uri ${variable(name)} {`, '  default "";', ...lines, '}'].join('\n');
  };
  const cache = [
    `map $uri ${variable('Cache-Control')} {`,
    `  default "${ASK_FIRST}";`,
    `  "~${HASHED}" "${FOREVER}";`,
    '}',
  ].join('\n');
  const types = Object.entries(groupedTypes()).map(([type, endings]) => `    ${type} ${endings.join(' ')};`);
  const server = [
    'server {',
    '  listen 80;',
    '  server_name localhost;',
    '  root /srv/rheumscore;',
    '  index index.html;',
    '  charset utf-8;',
    '  charset_types text/css text/javascript text/plain;',
    '  # The files that end in .gz are sent in place of those without. brotli_static does the same for .br',
    '  # where nginx has that module.',
    '  gzip_static on;',
    '  types {',
    ...types,
    '  }',
    ...[...NAMES, 'Cache-Control'].map((name) => `  add_header ${name} ${variable(name)};`),
    '}',
  ].join('\n');
  return [comment([...HEAD, '', 'Included at the level of http: /etc/nginx/conf.d/rheumscore.conf']), ...NAMES.map(map), cache, server].join('\n\n');
}

/** Apache: beside the files, where the site allows .htaccess to set headers. */
function apache() {
  const set = (headers, indent) => Object.entries(headers).map(([name, value]) => `${indent}Header set ${name} "${value}"`);
  const block = ({ what, files, headers }) => {
    const lines = files ? [`<FilesMatch "${ofFile(files)}">`, ...set(headers, '  '), '</FilesMatch>'] : set(headers, '');
    return [`# ${what}`, ...lines].join('\n');
  };
  const cache = [
    '# What never changes; everything else is asked for before each use.',
    ...set({ 'Cache-Control': ASK_FIRST }, ''),
    `<FilesMatch "${HASHED}">`,
    ...set({ 'Cache-Control': FOREVER }, '  '),
    '</FilesMatch>',
  ].join('\n');
  const types = ['AddDefaultCharset utf-8', ...Object.entries(groupedTypes()).map(([type, endings]) => `AddType ${type} ${endings.map((it) => `.${it}`).join(' ')}`)].join('\n');
  const compressed = [
    '<IfModule mod_deflate.c>',
    `  AddOutputFilterByType DEFLATE ${Object.keys(groupedTypes()).filter((type) => type !== 'image/png').join(' ')}`,
    '</IfModule>',
  ].join('\n');
  const head = [
    ...HEAD,
    '',
    'Needs mod_headers, mod_mime and "AllowOverride FileInfo Indexes". Where one of them is missing the',
    'server answers with an error, rather than without the headers.',
  ];
  return [comment(head), 'DirectoryIndex index.html', types, compressed, ...TABLE.map(block), cache].join('\n\n');
}

/** Caddy. */
function caddy() {
  const set = (headers, matcher) => Object.entries(headers).map(([name, value]) => `  header ${matcher}${name} "${value}"`);
  const block = ({ what, files, headers }, at) => {
    if (!files) return [`  # ${what}`, ...set(headers, '')].join('\n');
    const matcher = `@row${at}`;
    return [`  # ${what}`, `  ${matcher} path_regexp ${inPath(files)}`, ...set(headers, `${matcher} `)].join('\n');
  };
  const cache = [
    '  # What never changes; everything else is asked for before each use.',
    `  @forever path_regexp ${HASHED}`,
    `  @others not path_regexp ${HASHED}`,
    ...set({ 'Cache-Control': FOREVER }, '@forever '),
    ...set({ 'Cache-Control': ASK_FIRST }, '@others '),
  ].join('\n');
  const types = Object.entries(TYPES)
    .map(([ending, type]) => `  @type${ending} path *${ending}\n  header @type${ending} Content-Type "${type}"`)
    .join('\n')
    .replaceAll('@type.', '@type_');
  const site = [
    '{$RHEUMSCORE_SITE:http://localhost} {',
    '  root * {$RHEUMSCORE_FOLDER:/srv/rheumscore}',
    '  # The files that end in .br and .gz are sent in place of those without.',
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '',
    [...TABLE.map(block), cache, types].join('\n\n'),
    '}',
  ].join('\n');
  return [comment(HEAD), site].join('\n\n');
}

/**
 * IIS. It knows no patterns without further modules: the headers for other
 * people's pages are sent with every file but those named here, which gives
 * nothing away, as the files are public.
 */
function iis(served) {
  const open = TABLE.find(({ files }) => files.startsWith('^rheum-score'));
  const all = { ...TABLE[0].headers, ...open.headers, 'Cache-Control': ASK_FIRST };
  const add = (headers) => Object.entries(headers).map(([name, value]) => `        <add name="${name}" value="${value}" />`);
  const remove = (names) => names.map((name) => `        <remove name="${name}" />`);
  const custom = (lines) => ['    <httpProtocol>', '      <customHeaders>', ...lines, '      </customHeaders>', '    </httpProtocol>'];
  const location = (path, lines) => [`  <location path="${path}">`, '   <system.webServer>', ...custom(lines), '   </system.webServer>', '  </location>'].join('\n');
  const named = TABLE.filter((row) => row !== open && row.files).flatMap(({ paths, headers }) =>
    paths
      .filter((path) => path.includes('.'))
      .map((path) => location(path.slice(1), [...remove([...Object.keys(open.headers), ...Object.keys(headers).filter((name) => !(name in all))]), ...add(headers)])),
  );
  const forever = served.filter(isHashed).map((name) => location(name, [...remove(['Cache-Control']), ...add({ 'Cache-Control': FOREVER })]));
  const types = Object.entries(TYPES).flatMap(([ending, type]) => [
    `      <remove fileExtension="${ending}" />`,
    `      <mimeMap fileExtension="${ending}" mimeType="${type}" />`,
  ]);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!--\n${comment(HEAD, '  ')}\n\n  The headers for other people's pages go with every file that is not named below, as IIS knows no\n  patterns of names. That gives nothing away: the files are public.\n-->`,
    '<configuration>',
    ['  <system.webServer>', '    <staticContent>', ...types, '    </staticContent>', ...custom(['        <remove name="X-Powered-By" />', ...add(all)]), '  </system.webServer>'].join('\n'),
    ...named,
    ...forever,
    '</configuration>',
  ].join('\n');
}

/** A pattern of a name within the folder, as one of a whole path: the folder may be any. */
const inPath = (files) => files.replace(/^\^/, '/');

/** The same as a pattern of a file's own name. The folder itself is its index.html. */
const ofFile = (files) => files.replace(/^\^\((.*)\)\?\$$/, '^$1$');

/** The endings of each type, without what is said of its characters. */
function groupedTypes() {
  const grouped = {};
  for (const [ending, type] of Object.entries(TYPES)) (grouped[type.split(';')[0]] ??= []).push(ending.slice(1));
  return grouped;
}

/** Each file of hosting/ for the names in a folder: its name and its text. */
export function hostFiles(served = []) {
  return Object.entries(HOSTS).map(([name, write]) => [name, `${write(served)}\n`]);
}

/** The files of hosting/ that do not say what the table says. */
export function stale() {
  return hostFiles().filter(([name, text]) => read(join(FOLDER, name)) !== text).map(([name]) => join(FOLDER, name));
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

export function main() {
  if (process.env.UPDATE_GOLDEN) for (const [name, text] of hostFiles()) writeFileSync(join(FOLDER, name), text);
  const wrong = stale();
  if (wrong.length > 0) {
    console.error(`Not what scripts/policy.mjs says: ${wrong.join(', ')}. Write them anew with: ${UPDATE}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
