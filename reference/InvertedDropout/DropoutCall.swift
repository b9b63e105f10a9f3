import Assignments
import Coursework
import Grading

/// The sizes of one question about `dropoutForward`.
struct DropoutCall: Sendable {
  /// N and D.
  let shape: [Int]
  /// p, a fraction that a `Double` holds exactly.
  let keepProbability: Double
  /// Calls with the same number get a generator in the same state.
  let generator: Int

  init(_ rows: Int, _ columns: Int, keeping p: Double, generator: Int) {
    shape = [rows, columns]
    keepProbability = p
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
          "keepProbability": .number(call.keepProbability), "mode": .text(mode.rawValue),
          "random": .randomState(source.generator()),
        ])
    }
  }
}
