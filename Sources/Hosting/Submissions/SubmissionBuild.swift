import Grading

/// What became of a submission's Swift files in the compiler.
package struct SubmissionBuild: Sendable {
  /// The program that answers, where one could be built.
  package let worker: WorkerProgram?
  /// How far the submission came.
  package let status: HandIn.Status
  /// What the compiler said of the student's own lines.
  package let diagnostics: [HandIn.SourceNote]
  /// Files that were left out so that the rest could be graded.
  package let setAside: [HandIn.SetAside]
  /// The files that the worker was built from.
  let files: [SourceFiles.File]
  let kit: Kit
}

extension SubmissionBuild {
  /// Digest of the kit that it was compiled against.
  package var kitDigest: String { kit.digest }
}
