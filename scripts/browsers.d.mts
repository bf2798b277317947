export function findBrowser(kind: "chromium" | "firefox", say?: (message: string) => void): Promise<string>;
