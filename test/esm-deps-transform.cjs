// Turns the ES modules among node_modules into CommonJS (Jest cannot require(esm) before Node 24.9);
// leaves files without ESM syntax as they are.
const swc = require('@swc/jest').createTransformer({
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs' },
});
const ESM =
  /^\s*(?:import|export)\b|\bimport\.meta\b|[;}]\s*(?:import|export)[\s{*]|\bimport\s*\(/m;
module.exports = {
  canInstrument: false,
  process(src, file, options) {
    return ESM.test(src) ? swc.process(src, file, options) : { code: src };
  },
  getCacheKey: swc.getCacheKey,
};
