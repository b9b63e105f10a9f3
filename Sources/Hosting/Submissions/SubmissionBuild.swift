import Grading

/// What became of a submission's Swift files in the compiler.
package struct SubmissionBuild: Sendable {
  /// The program that answers, where one could be built.
  package let worker: String?
  /// How far the submission came.
  package let status: HandIn.Status
  /// What the compiler said of the student's own lines.
  package let diagnostics: [HandIn.SourceNote]
  /// Files that were left out so that the rest could be graded.
  package let setAside: [HandIn.SetAside]
  /// The files that the worker was built from.
  let files: [SourceFiles.File]
  let kit: Kit
  /// Looks up where the worker crashed.
  var trace: CrashTrace?
}

extension SubmissionBuild {
  /// Digest of the kit that it was compiled against.
  package var kitDigest: String { kit.digest }
  /// The lines that a crash of its worker may name.
  package var lines: KnownLines { KnownLines(of: files, trace: trace) }
}
