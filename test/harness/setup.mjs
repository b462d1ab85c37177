// Placeholder until the set-up script lands: nothing to install on a machine that has node_modules.
