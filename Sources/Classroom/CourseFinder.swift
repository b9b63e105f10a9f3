import Foundation
import Grading
import Hosting

/// Tells from the functions that submissions define which courses and assignments they answer.
package struct CourseFinder: Sendable {
  /// One assignment of one course.
  package struct Candidate: Sendable {
    package let course: Course
    /// The whole assignment.
    package let assignment: Assignment
    /// What the course asks of it.
    fileprivate let questions: Set<String>
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
          course: course, assignment: assignment, questions: Set(taught.questionNames))
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
    /// What the courses call the functions that were looked for.
    package let names: [String]
    /// All that was seen, so that nobody needs to look again; `nil` where nothing could be.
    package let look: PythonLook?

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
      return Standing(scores: candidates.map { _ in 0 }, notes: [], names: [], look: nil)
    }
    let scores = candidates.map { candidate -> Int in
      guard let plugin = courses.firstIndex(of: candidate.course.folder) else { return 0 }
      let expected = inspection.expected(by: plugin)
      let given = inspection.answers(by: plugin)
      return candidate.questions.reduce(0) { score, question in
        guard let name = given[question] else { return score }
        return score + (name == expected[question] ? 3 : 1)
      }
    }
    let names = candidates.flatMap { candidate -> [String] in
      guard let plugin = courses.firstIndex(of: candidate.course.folder) else { return [] }
      let expected = inspection.expected(by: plugin)
      return candidate.questions.compactMap { expected[$0] }.sorted()
    }
    let look = PythonLook(
      receipt: SubmissionGrader.receipt(of: files), plugins: plugins, inspection: inspection)
    return Standing(scores: scores, notes: inspection.notes, names: names.uniqued, look: look)
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
