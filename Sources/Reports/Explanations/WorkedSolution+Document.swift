import Grading

extension WorkedSolution {
  /// The page as headings, sentences, calculations and the picture.
  var document: Document {
    var document = Document(title: title)
    document.add(.paragraph(reach))
    document.add(.lines(task))
    document.add(.heading("Given"))
    document.add(.lines(givens))
    document.add(picture)
    for stage in stages {
      document.add(.heading(stage.heading))
      document.add(.lines(stage.lines))
    }
    return document
  }

  /// The page in plain text.
  var text: String {
    var lines = ["\(title) (\(assignment))", reach, ""]
    lines += task
    lines += ["", "Given"] + givens.map { "  \($0)" }
    for stage in stages { lines += ["", stage.heading] + stage.lines.map { "  \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How far the page goes, in a sentence.
  private var reach: String {
    holdsAnswers
      ? "For staff: this page holds the right answers. Numbers are shown in six significant "
        + "figures and computed with all of them."
      : "The way in symbols; the numbers are yours to work out."
  }

  /// The steps that yield one array, such as `z1`.
  private struct Stage {
    let heading: String
    var lines: [String]
  }

  private var stages: [Stage] {
    var stages: [Stage] = []
    var array: String?
    for step in steps {
      if step.array != array {
        stages.append(Stage(heading: "\(step.array): \(step.words)", lines: []))
        array = step.array
      }
      stages[stages.count - 1].lines += step.lines
    }
    return stages
  }
}

extension WorkedSolution.Step {
  fileprivate var lines: [String] {
    let indent = String(repeating: " ", count: quantity.columns)
    // Where the formula is one number, that is the result already.
    let result = value?.inFigures(6)
    let inserted = numbers.flatMap { $0 == result ? nil : "\(indent) = \($0)" }
    return ["\(quantity) = \(formula)"]
      + [inserted, result.map { "\(indent) = \($0)" }].compactMap(\.self)
  }
}
