import Digests
import Foundation
import Grading
import Hosting

extension SubmissionGrader {
  /// Prepares every assignment's folder by itself, and puts them together as one submission.
  func withPreparedCourse<Result>(
    _ found: FoundSubmission, _ body: (Prepared) throws -> Result
  ) throws -> Result {
    let folders = CourseFolders(at: found.path, of: members)
    return try withPrepared(folders.found[...], after: []) { opened in
      try body(joined(opened, folders, found))
    }
  }

  /// Names all of it that its report depends on.
  func courseFingerprint(of found: FoundSubmission) throws(HostError) -> String {
    let folders = CourseFolders(at: found.path, of: members)
    var lines: [String] = []
    for (member, folder) in folders.found {
      lines.append("\(folder.name) \(try grader(of: member).fingerprint(of: folder))")
    }
    return fingerprint(lines, folders)
  }

  private func fingerprint(_ lines: [String], _ folders: CourseFolders) -> String {
    SHA256.hash(of: (lines + folders.strangers).joined(separator: "\n")).hex
  }

  /// One folder of the submission, ready to be asked.
  fileprivate struct Opened {
    let name: String
    let prepared: Prepared
  }

  private func withPrepared<Result>(
    _ rest: ArraySlice<(member: CourseMember, folder: FoundSubmission)>, after opened: [Opened],
    _ body: ([Opened]) throws -> Result
  ) throws -> Result {
    guard let (member, folder) = rest.first else { return try body(opened) }
    return try grader(of: member).withPrepared(folder) { prepared in
      let next = Opened(name: folder.name, prepared: prepared)
      return try withPrepared(rest.dropFirst(), after: opened + [next], body)
    }
  }

  private func grader(of member: CourseMember) -> SubmissionGrader {
    SubmissionGrader(
      assignment: member.assignment, worksheet: member.worksheet, workshop: workshop, rules: rules,
      turns: turns)
  }

  private func joined(
    _ opened: [Opened], _ folders: CourseFolders, _ found: FoundSubmission
  ) -> Prepared {
    let lines = opened.map { "\($0.name) \($0.prepared.handIn.receipt)\n" }
    let kits = opened.compactMap(\.prepared.instrument.kit)
    let toolchain = opened.lazy.compactMap(\.prepared.instrument.toolchain).first
    return Prepared(
      handIn: HandIn(
        name: found.name, receipt: SHA256.hash(of: lines.joined()).hex,
        status: opened.isEmpty
          ? .rejectedSource("it has no folder called by an assignment's name") : .graded,
        diagnostics: opened.flatMap(\.diagnostics),
        setAside: opened.flatMap(\.setAside)
          + folders.strangers.map {
            .init(file: $0, reason: "no assignment of the course is called so")
          }),
      source: source(of: opened.map(\.prepared)), assignment: assignment,
      code: .course(opened.map(\.prepared)),
      instrument: .init(
        kit: kits.isEmpty ? nil : SHA256.hash(of: kits.joined(separator: "\n")).hex,
        toolchain: toolchain),
      fingerprint: fingerprint(opened.map { "\($0.name) \($0.prepared.fingerprint)" }, folders))
  }
}

extension SubmissionGrader {
  /// Each check is answered by what was opened for its assignment; where there is nothing, it is
  /// still to be done.
  private func source(of members: [Prepared]) -> SubmissionSource {
    let pairs = members.flatMap { member in
      member.assignment.checks.map { ($0.id, member.source) }
    }
    return SubmissionSource(
      code: nil, codeSilence: .notImplemented, sheet: nil,
      members: Dictionary(pairs) { first, _ in first })
  }
}

extension SubmissionGrader.Opened {
  /// What the compiler said, at lines of files in this folder.
  fileprivate var diagnostics: [HandIn.SourceNote] {
    prepared.handIn.diagnostics.map {
      .init(file: "\(name)/\($0.file)", line: $0.line, column: $0.column, message: $0.message)
    }
  }

  /// What was left out of this folder; all of it where nothing in it could be run.
  fileprivate var setAside: [HandIn.SetAside] {
    let files = prepared.handIn.setAside.map {
      HandIn.SetAside(file: "\(name)/\($0.file)", reason: $0.reason)
    }
    guard let remark = prepared.handIn.status.remark else { return files }
    return files + [.init(file: name, reason: remark.trimmingSuffix("."))]
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
