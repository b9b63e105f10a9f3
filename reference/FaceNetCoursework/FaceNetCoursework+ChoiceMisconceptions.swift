import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  // MARK: - Hyper-parameters

  /// What goes wrong in `bestHyperParameter`.
  static let choiceMisconceptions: [Misconception] = [
    choice.mistake(
      "FH1", "you choose the largest validation loss", why: "a loss is better the smaller it is",
      where: choiceLine
    ) { ["best": $0.candidate($0.last.argmax())] },
    choice.mistake(
      "FH2", "you choose by the training losses",
      why: "what was learned by heart shows in samples that were not trained on",
      where: choiceLine
    ) { ["best": $0.smallest { $0.train.column($0.epochs - 1) }] },
    choice.mistake(
      "FH3", "you choose the smallest loss of any epoch",
      why: "the network that is kept is that of the last epoch: look at the last column",
      where: choiceLine
    ) { ["best": $0.smallest { -(-$0.valid).max(axis: 1) }] },
    choice.mistake(
      "FH4", "you choose the smallest mean over the epochs",
      why: "the network that is kept is that of the last epoch: look at the last column",
      where: choiceLine
    ) { ["best": $0.smallest { $0.valid.mean(axis: 1) }] },
    choice.mistake(
      "FH5", "you return the number of the best value, not the value",
      why: "the number says in which row it is: return candidates at that place",
      where: "the return"
    ) { ["best": Tensor(Double((-$0.last).argmax()))] },
    choice.mistake(
      "FH6", "you choose by the first epoch",
      why: "the network that is kept is that of the last epoch: look at the last column",
      where: choiceLine
    ) { ["best": $0.smallest { $0.valid.column(0) }] },
    choice.mistake(
      "FH7", "you return the smallest loss, not the value that gave it",
      why: "the loss says how good it is; asked for is the candidate in its row",
      where: "the return"
    ) { ["best": Tensor($0.last.min())] },
  ]

  private static let choice = WrongVariants(
    question: "bestHyperParameter", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try ChoiceCall($0) }
  private static let choiceLine = "the line that chooses"

  private struct ChoiceCall: Sendable {
    let candidates, train, valid: Tensor

    init(_ question: Question) throws {
      candidates = try question.tensor("candidates")
      train = try question.tensor("trainLosses")
      valid = try question.tensor("validLosses")
    }

    var epochs: Int { valid.shape[1] }
    var last: Tensor { valid.column(epochs - 1) }
    func candidate(_ index: Int) -> Tensor { Tensor(candidates[index]) }
    func smallest(_ scores: (ChoiceCall) -> Tensor) -> Tensor {
      candidate((-scores(self)).argmax())
    }
  }

  // MARK: - Low confidence

  /// Other ways and mistakes in `lowConfidence`.
  static let confidenceMisconceptions: [Misconception] = [
    confidence.form(
      "FL1", "your indices are in the order of confidence, the lowest first",
      why: "they are the right ones; here they are asked for in ascending order",
      where: "the return"
    ) { call in
      let sorted = call.unsure.sorted { call.confidences[$0] < call.confidences[$1] }
      return ["indices": indices(sorted)]
    },
    confidence.mistake(
      "FL2", "your indices are those of the samples of which the network is sure",
      why: "asked for are those whose largest p is below the threshold", where: selection
    ) { call in ["indices": call.rows { call.confidences[$0] >= call.threshold }] },
    confidence.mistake(
      "FL3", "you compare y with the threshold; the softmax is missing",
      why: "y is no probability until the softmax", where: selection
    ) { call in
      let largest = call.y.max(axis: 1)
      return ["indices": call.rows { largest[$0] < call.threshold }]
    },
    confidence.mistake(
      "FL4", "you compare the smallest p of each sample with the threshold",
      why: "how sure the network is says the largest p: the one of its prediction",
      where: selection
    ) { call in
      let smallest = -(-call.p).max(axis: 1)
      return ["indices": call.rows { smallest[$0] < call.threshold }]
    },
    confidence.mistake(
      "FL5", "your indices count from 1", why: "samples are counted from 0", where: "the return"
    ) { ["indices": indices($0.unsure.map { $0 + 1 })] },
    confidence.mistake(
      "FL6", "your softmax runs down the columns, over the batch",
      why: "the probabilities of one sample's classes add up to 1: sum along axis 1",
      where: selection
    ) { call in
      let p = call.y.exp() / call.y.exp().sum(axis: 0)
      let largest = p.max(axis: 1)
      return ["indices": call.rows { largest[$0] < call.threshold }]
    },
    confidence.mistake(
      "FL7", "you return a 1 for each sample that is not sure and a 0 for the others",
      why: "asked for are the numbers of these samples", where: "the return"
    ) { ["indices": $0.confidences .< $0.threshold] },
    confidence.mistake(
      "FL8", "you return the largest p of these samples, not their numbers",
      why: "asked for are the numbers of these samples, counted from 0", where: "the return"
    ) { ["indices": $0.confidences.rows(at: $0.unsure)] },
    confidence.mistake(
      "FL9", "your threshold is 0.3, whatever is asked for",
      why: "0.3 is the homework's; here it is the argument", where: selection
    ) { call in ["indices": call.rows { call.confidences[$0] < 0.3 }] },
  ]

  private static let confidence = WrongVariants(
    question: "lowConfidence", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try ConfidenceCall($0) }
  private static let selection = "the line that picks the samples"

  private static func indices(_ rows: [Int]) -> Tensor { Tensor(rows.map(Double.init)) }

  private struct ConfidenceCall: Sendable {
    let y: Tensor
    let threshold: Double

    init(_ question: Question) throws {
      y = try question.tensor("y")
      threshold = try question.number("threshold")
    }

    var p: Tensor { CrossEntropy.logs(y).exp() }
    var confidences: Tensor { p.max(axis: 1) }
    var unsure: [Int] { (0..<y.shape[0]).filter { confidences[$0] < threshold } }
    func rows(where isPicked: (Int) -> Bool) -> Tensor {
      indices((0..<y.shape[0]).filter(isPicked))
    }
  }
}
