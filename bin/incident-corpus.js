#!/usr/bin/env node
require('./start.js')
  .start(process.argv.slice(2))
  .then(code => {
    process.exitCode = code;
  });
