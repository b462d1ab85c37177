export function workspaceWords(language: string): Promise<string>;
