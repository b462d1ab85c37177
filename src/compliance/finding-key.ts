import type { Finding } from "./finding";

/** What a finding is known by while a draft is edited: the same rule on the same words. */
export const findingKey = ({ rule, text }: Pick<Finding, "rule" | "text">): string => `${rule} ${text}`;

/** Findings without and with those whose key is set aside. */
export function setAside(
  findings: readonly Finding[],
  ignored: readonly string[],
): { readonly findings: readonly Finding[]; readonly setAside: readonly Finding[] } {
  const isIgnored = (finding: Finding): boolean => ignored.includes(findingKey(finding));
  return {
    findings: findings.filter((finding) => !isIgnored(finding)),
    setAside: findings.filter(isIgnored),
  };
}
