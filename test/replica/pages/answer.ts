/** Asks the replica's server as the console asks its own: a POST, an envelope around the answer. */
export async function answer<T>(path: string, body: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    body: JSON.stringify({ timestamp: String(Date.now()), ...body }),
  });
  const { errCode, errMsg, data } = (await response.json()) as { errCode: number; errMsg: string; data: T };
  if (errCode !== 0) throw new Error(errMsg);
  return data;
}
