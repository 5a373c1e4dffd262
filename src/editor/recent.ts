// The findings used last.
import type * as vscode from 'vscode';
import { entryIdOf } from '../domain/corpus/ids';

const key = 'recentFindings';
const most = 20;

/** The findings used last, newest first: what lists show before anything is typed. */
export class Recent {
  constructor(private readonly memento: vscode.Memento) {}

  get ids(): readonly string[] {
    const stored = this.memento.get<unknown>(key);
    return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : [];
  }

  use(ids: readonly string[]): void {
    const entries = ids.map(entryIdOf);
    void this.memento.update(key, [...new Set([...entries, ...this.ids])].slice(0, most));
  }
}
