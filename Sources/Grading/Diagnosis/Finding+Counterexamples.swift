import Coursework

extension Finding {
  /// The finding with an example for each output whose numbers are wrong and not recognised.
  ///
  /// Asks the respondent further questions, which are worth nothing: a silence now costs no mark.
  func illustrated(
    by small: SmallQuestions?, asking student: any Respondent, scheme: Assignment
  ) throws -> Finding {
    guard let small, silence == nil else { return self }
    var search = CounterexampleSearch(small, asking: Aside(to: student), scheme: scheme)
    var finding = self
    for index in outputs.indices where outputs[index].isUnrecognised {
      finding.outputs[index].counterexample = try search.example(of: outputs[index].output)
    }
    return finding
  }
}

extension OutputFinding {
  /// Whether its numbers were compared and are wrong, and nothing tells why.
  package var isUnrecognised: Bool {
    verdict == .failed && diagnosis == nil && problem == nil && evidence?.unit == .relative
  }
}

extension [Finding] {
  /// The findings of one part without examples for what another check recognised.
  var withoutNeedlessExamples: [Finding] {
    let recognised = Set(
      flatMap(\.outputs).filter { $0.diagnosis != nil }.map(\.output))
    return map { finding in
      var finding = finding
      for index in finding.outputs.indices
      where recognised.contains(finding.outputs[index].output) {
        finding.outputs[index].counterexample = nil
      }
      return finding
    }
  }
}
