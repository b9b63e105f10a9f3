import Coursework

extension Finding {
  /// The finding in the words of a course.
  func told(in words: CourseWords) -> Finding {
    var finding = self
    finding.question = question.map(words.function)
    finding.outputs = outputs.map { $0.told(in: words) }
    finding.notes = notes.map { $0.told(in: words) }
    return finding
  }
}

extension Part {
  /// The part with its outputs called as the course calls them.
  func told(in words: CourseWords) -> Part {
    Part(
      id: id, title: title,
      outputs: outputs.map { Output(words.value($0.name), points: $0.points) }, checks: checks,
      conventionCredit: conventionCredit)
  }
}

extension OutputFinding {
  fileprivate func told(in words: CourseWords) -> OutputFinding {
    var finding = OutputFinding(
      words.value(output), verdict: verdict, credit: credit,
      problem: problem.map(words.sentence), evidence: evidence,
      diagnosis: diagnosis?.told(in: words), nearest: nearest,
      counterexample: counterexample?.told(in: words))
    finding.triage = triage
    return finding
  }
}

extension Diagnosis {
  fileprivate func told(in words: CourseWords) -> Diagnosis {
    Diagnosis(
      id: id, looksLike: words.sentence(looksLike), why: words.sentence(why),
      place: words.place(place))
  }
}

extension Counterexample {
  fileprivate func told(in words: CourseWords) -> Counterexample {
    let inputs = Dictionary(question.inputs.map { (words.value($0), $1) }) { first, _ in first }
    return Counterexample(
      of: Question(words.function(question.name), inputs), index: index, got: got,
      expected: expected, derivation: derivation)
  }
}

extension Note {
  fileprivate func told(in words: CourseWords) -> Note {
    switch self {
    case .changesInputs(let question, let inputs):
      .changesInputs(question: words.function(question), inputs.map(words.value))
    case .differsWhenRepeated(let question, let outputs):
      .differsWhenRepeated(question: words.function(question), outputs.map(words.value))
    case .takesAtKink(let question, let output, let variable, let own):
      .takesAtKink(
        question: words.function(question), output: words.value(output),
        variable: words.value(variable), own)
    case .followsConvention, .errorStarts: self
    }
  }
}
