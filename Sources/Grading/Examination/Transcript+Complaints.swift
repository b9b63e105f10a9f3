extension Transcript {
  /// One thing that went wrong, and in how many rounds.
  package struct Complaint: Sendable, Hashable {
    /// What went wrong, as in the first round that shows it.
    package let cause: Cause
    package var rounds: Int
  }

  /// What can go wrong in an exam.
  package enum Cause: Sendable, Hashable {
    case fault(Kill.Fault, misconception: String, part: String)
    case falseAlarm(Trial.Loss, alternative: String, part: String)
    case twins(Examination.Twins)
  }

  /// Everything that went wrong: mistakes first, then right answers, then twins; each once.
  package var complaints: [Complaint] {
    let faults = rounds.flatMap(\.kills).flatMap { kill in
      kill.faults.map { Cause.fault($0, misconception: kill.misconception, part: kill.part) }
    }
    let alarms = rounds.flatMap(\.trials).flatMap { trial in
      trial.losses.map {
        Cause.falseAlarm($0, alternative: trial.alternative, part: trial.part)
      }
    }
    let twins = rounds.flatMap(\.twins).map(Cause.twins)
    var complaints: [Complaint] = []
    var places: [[String]: Int] = [:]
    for cause in faults + alarms + twins {
      if let place = places[cause.key] {
        complaints[place].rounds += 1
      } else {
        places[cause.key] = complaints.count
        complaints.append(Complaint(cause: cause, rounds: 1))
      }
    }
    return complaints
  }
}

extension Transcript.Cause {
  /// The same for the same trouble in other rounds, whose numbers differ.
  fileprivate var key: [String] {
    switch self {
    case .fault(let fault, let misconception, let part): [part, misconception] + fault.key
    case .falseAlarm(let loss, let alternative, let part):
      [part, alternative, loss.check, loss.finding.output]
    case .twins(let twins): [twins.first, twins.second]
    }
  }
}

extension Kill.Fault {
  fileprivate var key: [String] {
    switch self {
    case .unseen: ["unseen"]
    case .passes(let output, _): ["passes", output]
    case .narrow(let output, _): ["narrow", output]
    case .unnamed(let output): ["unnamed", output]
    case .misnamed(let output, let names): ["misnamed", output] + names
    case .misjudged(let output, let verdict): ["misjudged", output, verdict.rawValue]
    case .bystander(let output): ["bystander", output]
    }
  }
}
