import Foundation
import Grading
import Hosting
import Synchronization

/// Tells from the functions that submissions define which courses and assignments they answer.
package struct CourseFinder: Sendable {
  /// One assignment of one course.
  package struct Candidate: Sendable {
    package let course: Course
    /// The whole assignment.
    package let assignment: Assignment
    /// What the course asks of it.
    fileprivate let questions: AskedQuestions
  }

  /// In the order of the catalogue.
  package let candidates: [Candidate]
  private let workshop: PythonWorkshop
  private let home: Home

  /// Looks for these courses' functions.
  ///
  /// - Parameters:
  ///   - courses: The courses in question.
  ///   - assignments: The assignments in question.
  ///   - workshop: Where submissions are looked into.
  ///   - home: Where the courses' files lie.
  package init(
    courses: [Course], assignments: [Assignment], workshop: PythonWorkshop, home: Home
  ) {
    self.workshop = workshop
    self.home = home
    candidates = courses.flatMap { course in
      course.entries.compactMap { entry in
        guard let assignment = assignments.first(where: { $0.id == entry.assignment }),
          let taught = course.taught(assignment)
        else { return nil }
        return Candidate(
          course: course, assignment: assignment, questions: AskedQuestions(of: taught))
      }
    }
  }

  /// What one submission could answer.
  package struct Standing: Sendable {
    /// For each candidate how well it fits: a question answered counts one, and by a function that
    /// bears the very name of the course counts three.
    package let scores: [Int]
    /// What cannot be read of it.
    package let notes: [HandIn.SourceNote]
    /// All that was seen, so that nobody needs to look again; `nil` where nothing could be.
    package let look: PythonLook?
    fileprivate let listNames: @Sendable () -> [String]

    /// What the courses call the functions that were looked for.
    package var names: [String] { listNames() }

    /// The number of the candidate that fits best, the first of equals; `nil` where it
    /// answers nothing at all.
    package var best: Int? {
      guard let most = scores.max(), most > 0 else { return nil }
      return scores.firstIndex(of: most)
    }
  }

  /// Looks into one submission, and runs nothing of it.
  ///
  /// - Throws: `HostError` where that cannot be done here.
  package func standing(of found: FoundSubmission) throws(HostError) -> Standing {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let folder = scratch.path + "/submission"
    let files = SourceFiles.collect(from: found.path, language: .python)
    try files.writeTree(to: folder)
    let courses = candidates.map(\.course.folder).uniqued
    let plugins = courses.map(home.plugin)
    guard case .inspected(let inspection) = try workshop.inspect(folder, by: plugins) else {
      return Standing(scores: candidates.map { _ in 0 }, notes: [], look: nil, listNames: { [] })
    }
    let scores = candidates.map { candidate -> Int in
      guard let plugin = courses.firstIndex(of: candidate.course.folder) else { return 0 }
      let expected = inspection.expected(by: plugin)
      let given = inspection.answers(by: plugin)
      guard !given.isEmpty else { return 0 }
      return candidate.questions.names.reduce(0) { score, question in
        guard let name = given[question] else { return score }
        return score + (name == expected[question] ? 3 : 1)
      }
    }
    let look = PythonLook(
      receipt: SubmissionGrader.receipt(of: files), plugins: plugins, inspection: inspection)
    return Standing(scores: scores, notes: inspection.notes, look: look) { [candidates] in
      candidates.flatMap { candidate -> [String] in
        guard let plugin = courses.firstIndex(of: candidate.course.folder) else { return [] }
        let expected = inspection.expected(by: plugin)
        return candidate.questions.names.compactMap { expected[$0] }.sorted()
      }.uniqued
    }
  }
}

/// The names of an assignment's questions, for which all of them must be drawn: only where somebody's
/// functions might answer them, and once.
///
/// A class, because all who look into submissions share what was drawn.
private final class AskedQuestions: Sendable {
  private let assignment: Assignment
  private let known = Mutex<Set<String>?>(nil)

  init(of assignment: Assignment) { self.assignment = assignment }

  var names: Set<String> {
    known.withLock { known in
      let names = known ?? Set(assignment.questionNames)
      known = names
      return names
    }
  }
}

/// What was seen of one submission's files, by the plugins of several courses.
package struct PythonLook: Sendable {
  /// Names the files that were looked at.
  let receipt: String
  let plugins: [String]
  let inspection: PythonInspection

  /// What one plugin alone would have seen, where these are the files that were looked at.
  func seen(by plugin: String, in receipt: String) -> PythonInspection? {
    guard receipt == self.receipt, let index = plugins.firstIndex(of: plugin) else { return nil }
    return inspection.seen(by: index)
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
