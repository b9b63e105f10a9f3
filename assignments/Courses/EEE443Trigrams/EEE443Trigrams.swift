import Grading

extension Course {
  /// The second question of EEE443's second homework, a net for the fourth word.
  package static let eee443Trigrams = Course(
    id: "eee443-trigrams", title: "EEE443, the fourth word", folder: "EEE443Trigrams",
    entries: [Entry("word-trigrams", weight: 100, inPython: [])])
}
