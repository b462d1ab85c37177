/** Who is woken by which alarm, and what a click on a notification opens. The part before the first `:` of a name is the job. */
export interface Job {
  /** `name` is what stands after the colon, empty without one. */
  run(name: string): Promise<void>;
  /** Section of the options page that a click on a notification of this job opens. */
  readonly section: string;
}

/** Unknown names belong to an older version of the extension: nothing is done. Failures are the job's to tell the user; here they are logged. */
export function createSchedule(jobs: Readonly<Record<string, Job>>, openOptions: (section: string) => void) {
  const find = (name: string): Job | undefined => {
    const [job = ""] = name.split(":", 1);
    return Object.hasOwn(jobs, job) ? jobs[job] : undefined;
  };
  return {
    alarm(name: string): void {
      find(name)
        ?.run(name.slice(name.indexOf(":") + 1 || name.length))
        .catch((error) => console.warn(error));
    },
    notificationClicked(name: string): void {
      const job = find(name);
      if (job) openOptions(job.section);
    },
  };
}
