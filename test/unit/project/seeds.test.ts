import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

describe('the tests', () => {
  it('are the same at every run: properties run from kept seeds only', () => {
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith('.ts') && name !== 'property.ts',
    );
    assert.ok(tests.length > 50, 'the scan finds tests at all');
    assert.deepEqual(
      tests.filter(name =>
        /\bfc\.(?:assert|check|sample)\(|\bMath\.random\(|\brandom(?:Int|Bytes|UUID)\(/u.test(
          readFileSync(join('test', name), 'utf8'),
        ),
      ),
      [],
    );
  });
});
