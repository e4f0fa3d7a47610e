/** The order in which test files are run. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that run suites which stand in others: their own size says nothing of what they cost, which is most. */
const LONG = /[\\/]test[\\/](?:conformance|relevance)[\\/]/;

/**
 * The long ones of each project first, so that none is left to one worker at the end while the others have nothing to do. Vitest goes by what a file
 * took in the last run and, where it was never run, by its size.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(({ moduleId }) => LONG.test(moduleId)), ...own.filter(({ moduleId }) => !LONG.test(moduleId))];
    });
  }
}
