import Coursework
import NumericChecks

/// One output beside the numerical gradients at all points.
struct GradientTrial {
  let output: String
  let got: [Tensor?]
  let right: [NumericalGradient]

  private var agreements: [NumericalGradient.Agreement?] {
    zip(got, right).map { got, right in got.map { right.agreement(with: $0) } }
  }

  var verdict: Verdict {
    if agreements.allSatisfy({ $0 == .agrees }) { return .passed }
    let isUndecided = agreements.contains { if case .undecided = $0 { true } else { false } }
    return isUndecided ? .skipped : .failed
  }

  /// Whether at all points the numbers are the right ones but for a fraction of the largest.
  func isNear(within fraction: Double) -> Bool {
    zip(got, right).allSatisfy { got, right in
      guard let got, got.shape == right.value.shape else { return false }
      return (got - right.value).abs().max() <= fraction * right.value.abs().max()
    }
  }

  var finding: OutputFinding {
    OutputFinding(
      output, verdict: verdict, credit: verdict == .passed ? .one : .zero, problem: problem)
  }

  private var problem: String? {
    guard verdict != .passed else { return nil }
    if verdict == .skipped { return Finding.Message.undecided }
    for (index, agreement) in agreements.enumerated() {
      guard let got = got[index] else { return "the answer holds no '\(output)'" }
      let right = right[index].value
      switch agreement {
      case .wrongShape:
        return "wrong shape: got \(got.shape.shapeText), expected \(right.shape.shapeText)"
      case .differs(let offsets):
        guard let offset = offsets.first else { continue }
        return Finding.Message.differs(
          "\(output)\(right.indexText(of: offset))", got: got.scalars[offset],
          right: right.scalars[offset])
      case .agrees, .undecided, nil: continue
      }
    }
    return nil
  }
}

extension Tensor {
  /// The index of an offset in row-major order, such as `[1, 0]`; nothing for a plain number.
  fileprivate func indexText(of offset: Int) -> String {
    var rest = offset
    let index = shape.reversed().map { length in
      defer { rest /= length }
      return String(rest % length)
    }
    return index.isEmpty ? "" : "[\(index.reversed().joined(separator: ", "))]"
  }
}

// MARK: - Messages

extension Finding {
  fileprivate enum Message {
    static let undecided =
      "your own forward pass is too rough here for a numerical gradient (does it round, or "
      + "calculate in Float?)"

    static func differs(_ name: String, got: Double, right: Double) -> String {
      "\(name) is \(Tensor(got)), the numerical gradient of your own forward pass is \(Tensor(right))"
    }
  }
}
