import Assignments
import Coursework
import Grading

/// The sizes of one question about `dropoutForward`.
struct DropoutCall: Sendable {
  /// N and D.
  let shape: [Int]
  /// 8·p.
  let eighths: Int
  /// Calls with the same number get a generator in the same state.
  let generator: Int

  init(_ rows: Int, _ columns: Int, eighths: Int, generator: Int) {
    shape = [rows, columns]
    self.eighths = eighths
    self.generator = generator
  }

  static func questions(
    _ calls: [DropoutCall], _ mode: DropoutMode, _ id: String, _ seed: Seed
  ) -> [Question] {
    calls.enumerated().map { variant, call in
      var draw = Draw(seed: seed, check: id, variant: variant)
      var source = Draw(seed: seed, check: id + "/generator", variant: call.generator)
      return Question(
        "dropoutForward",
        [
          "x": .tensor(draw.eighths(call.shape[0], call.shape[1])),
          "keepProbability": .number(Double(call.eighths) / 8), "mode": .text(mode.rawValue),
          "random": .randomState(source.generator()),
        ])
    }
  }
}
