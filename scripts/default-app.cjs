// What Electron runs when its executable is given a folder (`electron PATH`). The registry-served Electron
// comes without one; this does the part of Electron's own that a folder with a package.json needs.
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const folder = process.argv.slice(1).find((arg) => !arg.startsWith('-'));
if (!folder || !existsSync(join(folder, 'package.json'))) {
  console.error(`There is no application in ${folder ? resolve(folder) : 'the arguments'}: no package.json.`);
  process.exit(1);
}
const path = resolve(folder);
const { name, productName, version, main } = require(join(path, 'package.json'));
process.defaultApp = true;
app.setName(productName ?? name);
if (version) app.setVersion(version);
app.setAppPath(path);
require(join(path, main ?? 'index.js'));
