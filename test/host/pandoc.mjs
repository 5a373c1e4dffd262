// The pandoc that the hand-over tests run: an installed one; on a Debian where we are root, one is
// installed; anywhere else the command to do so is named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './processes.mjs';
import { progress } from './progress.mjs';

/** The version of the pandoc that is found, or `undefined`. */
function version() {
  const { stdout, status } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined;
}

/** The version of pandoc; installs it where we may, else fails naming the command. */
export async function pandoc() {
  const found = version();
  if (found) return found;
  const command =
    {
      darwin: 'brew install pandoc',
      win32: 'winget install JohnMacFarlane.Pandoc',
    }[process.platform] ??
    (existsSync('/etc/debian_version')
      ? 'apt-get update && apt-get install -y pandoc'
      : "your system's package manager: install pandoc");
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = args =>
      run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { quiet: true, env, timeout: 8 * 60_000 });
    await progress('Installing pandoc (apt-get)', async () => {
      await apt(['update']);
      await apt(['install', '-y', '--no-install-recommends', 'pandoc']);
    });
    const installed = version();
    if (installed) return installed;
  }
  throw new Error(`No pandoc was found, and the hand-over tests need it. Install it with:\n    ${command}`);
}
