import Grading

extension Course {
  /// The first question of EEE443's second homework, a tanh net that tells cats from cars.
  package static let eee443Cats = Course(
    id: "eee443-cats", title: "EEE443, cats and cars", folder: "EEE443Cats",
    entries: [Entry("tanh-net", weight: 100, inPython: [])])
}
