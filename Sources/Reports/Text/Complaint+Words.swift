import Grading

extension Transcript.Cause {
  /// "values, A1: missed; y passes although it is wrong by 0.25": where, who, and what went wrong.
  var words: String {
    switch self {
    case .fault(let fault, let misconception, let part): "\(part), \(misconception): \(fault.words)"
    case .falseAlarm(let loss, let alternative, let part):
      "\(part), \(alternative): \(loss.words)"
    case .twins(let twins): "\(twins.first) and \(twins.second): no question tells them apart"
    }
  }
}

extension Kill.Fault {
  fileprivate var words: String {
    switch self {
    case .unseen: "missed; no question shows it, every answer is the right one"
    case .passes(let output, let separation):
      "missed; \(output) passes although it is wrong by \(Evidence.short(separation))"
    case .narrow(let output, let tolerances):
      "\(output) fails by only \(Evidence.short(tolerances)) times the limit"
    case .unnamed(let output): "\(output) fails, but no check says why"
    case .misnamed(let output, let names):
      "\(output) fails, but is taken for \(names.joined(separator: " and "))"
    case .misjudged(let output, let verdict): "\(output) is recognised, but \(verdict.rawValue)"
    case .bystander(let output): "\(output) fails although it is right"
    }
  }
}

extension Trial.Loss {
  fileprivate var words: String {
    let reason = finding.problem ?? finding.evidence?.words ?? ""
    return "false alarm; \(finding.output) \(finding.verdict.rawValue) in \(check)"
      + (reason.isEmpty ? "" : ": \(reason)")
  }
}
