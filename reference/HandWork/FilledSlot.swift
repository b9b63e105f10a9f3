import Coursework
import Grading
import NumericChecks
import Worksheets

/// What one slot of a reply holds.
enum FilledSlot {
  case blank
  /// Something that is no number, and why.
  case unreadable(String)
  /// As typed on an answer sheet.
  case typed(TypedArray)
  /// From a respondent in this process: exact numbers.
  case exact(Tensor)

  init(_ value: Value?) {
    switch value {
    case nil: self = .blank
    case .tensor(let tensor): self = .exact(tensor)
    case .randomState: self = .unreadable("a generator is no number")
    case .text(let text):
      if TypedArray.isBlank(text) {
        self = .blank
      } else {
        do {
          self = .typed(try TypedArray(parsing: text))
        } catch {
          self = .unreadable(error.reason)
        }
      }
    }
  }

  var isBlank: Bool {
    if case .blank = self { return true }
    return false
  }

  /// The numbers that it holds, in the slot's shape where they were typed.
  func numbers(in slot: Worksheet.Slot) -> Tensor? {
    switch self {
    case .blank, .unreadable: nil
    case .exact(let tensor): tensor
    case .typed(let array):
      slot.fitting(array).map { Tensor(shape: slot.shape, scalars: $0.entries.map(\.value)) }
    }
  }

  /// What is found about the slot by itself, before blanks and misconceptions are considered.
  func finding(_ slot: Worksheet.Slot, truth: Tensor) -> OutputFinding {
    switch self {
    case .blank:
      return OutputFinding(slot.name, verdict: .notImplemented, credit: .zero)
    case .unreadable(let reason):
      return OutputFinding(slot.name, verdict: .failed, credit: .zero, problem: reason)
    case .exact(let tensor):
      return Self.finding(slot, exact: tensor, truth: truth)
    case .typed(let array):
      guard let entries = slot.fitting(array)?.entries else {
        return OutputFinding(
          slot.name, verdict: .failed, credit: .zero, problem: slot.wrongShape(array.shape))
      }
      return TypedEntries(entries, slot: slot, truth: truth).finding
    }
  }

  private static func finding(
    _ slot: Worksheet.Slot, exact tensor: Tensor, truth: Tensor
  ) -> OutputFinding {
    let comparison = Comparison(of: tensor, with: truth)
    let evidence = Evidence(
      worstError: comparison.worstError, limit: comparison.limit,
      mismatched: comparison.mismatched, count: comparison.count,
      first: comparison.first.map {
        Evidence.Mismatch(index: $0.index, got: "\($0.got)", expected: "\($0.expected)")
      })
    guard comparison.outcome != .agrees else {
      return OutputFinding(slot.name, verdict: .passed, credit: .one, evidence: evidence)
    }
    let isShape = tensor.shape != truth.shape
    return OutputFinding(
      slot.name, verdict: .failed, credit: .zero,
      problem: isShape ? slot.wrongShape(tensor.shape) : nil, evidence: evidence)
  }
}
