export const forms: Readonly<Record<string, string>> = {};
