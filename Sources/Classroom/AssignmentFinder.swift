import Foundation
import Grading
import Hosting

/// Tells from a submission's own words which assignment it answers.
package struct AssignmentFinder: Sendable {
  private let catalogue: [Assignment]

  package init(catalogue: [Assignment]) { self.catalogue = catalogue }

  /// The assignment that most of the submissions name, by their contract or in their sheet; of
  /// equally many the first of the catalogue.
  package func assignment(of submissions: [FoundSubmission]) -> Assignment? {
    var votes: [String: Int] = [:]
    for submission in submissions {
      if let id = assignment(of: submission)?.id { votes[id, default: 0] += 1 }
    }
    let most = votes.values.max()
    return catalogue.first { votes[$0.id] != nil && votes[$0.id] == most }
  }

  /// The assignment that one submission names.
  package func assignment(of submission: FoundSubmission) -> Assignment? {
    if let row = submission.row { return catalogue.first { $0.id == row.assignment } }
    let files = SourceFiles.collect(from: submission.path)
    for file in files.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: /\bSubmission\s*:\s*([^{]*)/) {
        let names = match.1.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        if let assignment = catalogue.first(where: { names.contains(Substring($0.contract)) }) {
          return assignment
        }
      }
    }
    guard let id = SheetSearch(at: submission.path).sheet?.sheet.assignment else {
      return nil
    }
    return catalogue.first { $0.id == id }
  }
}
