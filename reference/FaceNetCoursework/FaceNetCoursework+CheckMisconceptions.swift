import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  /// What goes wrong in `checkGradient`.
  static let checkMisconceptions = checkElements + checkAnalytic + checkNumerical

  private static let check = WrongVariants(
    question: "checkGradient", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { try GradientCheckCall($0) }
  private static let elementLine = "the lines that choose the elements"
  private static let analyticLine = "the line that computes err"
  private static let numericalLine = "the lines that compute the differences"

  private static let checkElements: [Misconception] = [
    check.mistake(
      "FC1", "your elements are the first 20 in order; they are not shuffled",
      why: "a check of the first rows alone would miss mistakes in the others",
      where: elementLine
    ) { $0.at(Array(0..<$0.count).prefix(checkedElements)) },
    check.mistake(
      "FC2", "your elements are the last 20 after shuffling", why: "the first 20 are asked for",
      where: elementLine
    ) { $0.at($0.shuffled.suffix(checkedElements)) },
    check.mistake(
      "FC3", "your elements are drawn one by one, so that some come twice",
      why: "shuffle all of them once, and take the first 20", where: elementLine
    ) { call in
      var random = call.random
      return call.at(random.choice(call.count, count: checkedElements)[...])
    },
    check.mistake(
      "FC4", "you check every element of the parameter",
      why: "the first 20 after shuffling are enough, and all that is asked for",
      where: elementLine
    ) { $0.at($0.shuffled[...]) },
  ]

  private static let checkAnalytic: [Misconception] = [
    check.mistake(
      "FC5", "your analytic gradients are those of Σ y: err is 1 everywhere in them",
      why: "the gradient of ½ Σ y² by y is y itself", where: analyticLine
    ) { call in ["analytic": call.analytic { Tensor.ones(shape: $0.shape) }] },
    check.mistake(
      "FC6", "your analytic gradients are divided by N",
      why: "½ Σ y² is a sum over the samples, not their mean: err is y", where: analyticLine
    ) { call in ["analytic": call.analytic { $0 / Double($0.shape[0]) }] },
    check.mistake(
      "FC7", "your analytic gradients are twice too large: err is 2·y in them",
      why: "the ½ of ½ Σ y² cancels the 2 of the square", where: analyticLine
    ) { call in ["analytic": call.analytic { 2 * $0 }] },
    check.mistake(
      "FC8", "your analytic and numerical gradients are those of Σ y, not of ½ Σ y²",
      why: "the loss of this check is ½ Σ y²", where: "the line that computes the loss"
    ) { call in
      [
        "analytic": call.analytic { Tensor.ones(shape: $0.shape) },
        "numerical": call.numerical { call.loss(of: $0, $1) { $0.sum() } },
      ]
    },
  ]

  private static let checkNumerical: [Misconception] = [
    check.mistake(
      "FC9", "your numerical gradients are one-sided: (loss(+step) − loss) / step",
      why: "the difference of both sides is far more exact: (loss(+step) − loss(−step)) / (2·step)",
      where: numericalLine
    ) { call in
      ["numerical": call.slopes { (call.loss(of: $0, call.step) - call.loss) / call.step }]
    },
    check.mistake(
      "FC10", "your numerical gradients are twice too large",
      why: "both sides are 2·step apart, and the loss is ½ Σ y²: neither 2 may be missing",
      where: numericalLine
    ) { call in ["numerical": 2 * call.right] },
    check.mistake(
      "FC11", "your numerical gradients are differences that are not divided by 2·step",
      why: "a gradient is the difference over the distance", where: numericalLine
    ) { call in ["numerical": 2 * call.step * call.right] },
    check.mistake(
      "FC12", "each element stays moved while your numerical gradients of the next are computed",
      why: "move one element alone: add step again when both sides are done",
      where: numericalLine
    ) { call in
      var net = call.net
      let slopes = call.elements.map { element in
        let above = call.loss(net.moving(element, of: call.name, by: call.step))
        net = net.moving(element, of: call.name, by: -call.step)
        return (above - call.loss(net)) / (2 * call.step)
      }
      return ["numerical": Tensor(slopes)]
    },
    check.mistake(
      "FC13", "your numerical gradients move all elements of the parameter at once",
      why: "the gradient at an element says what happens when that one alone is moved",
      where: numericalLine
    ) { call in
      let losses = [call.step, -call.step].map { step in
        var net = call.net
        net[call.name] += step
        return call.loss(net)
      }
      return ["numerical": call.slopes { _ in (losses[0] - losses[1]) / (2 * call.step) }]
    },
    check.mistake(
      "FC14", "your numerical gradients have the opposite sign",
      why: "what is lower comes off: loss(+step) − loss(−step)", where: numericalLine
    ) { ["numerical": -$0.right] },
  ]
}

/// What `checkGradient` is asked, with the right elements.
struct GradientCheckCall: Sendable {
  let net: FaceNetParameters
  let x: Tensor
  let name: String
  let step: Double
  let random: RandomState
  /// All elements of the parameter, shuffled.
  let shuffled: [Int]

  init(_ question: Question) throws {
    net = try question.faceNet()
    x = try question.tensor("x")
    name = try question.text("name")
    step = try question.number("step")
    random = try question.randomState("random")
    var (shuffling, all) = (random, Array(0..<net[name].count))
    shuffling.shuffle(&all)
    shuffled = all
  }

  var count: Int { shuffled.count }
  /// The right elements.
  var elements: ArraySlice<Int> {
    shuffled.prefix(FaceNetCourseworkReference.checkedElements)
  }

  // MARK: - Losses

  func loss(_ net: FaceNetParameters) -> Double {
    0.5 * FaceNet(net).forward(x).y.squared().sum()
  }
  /// The loss where nothing is moved.
  var loss: Double { loss(net) }
  /// The loss with one element moved.
  func loss(of element: Int, _ step: Double) -> Double {
    loss(net.moving(element, of: name, by: step))
  }
  /// Another loss of y with one element moved.
  func loss(of element: Int, _ step: Double, _ loss: (Tensor) -> Double) -> Double {
    loss(FaceNet(net.moving(element, of: name, by: step)).forward(x).y)
  }

  // MARK: - Gradients

  /// The gradients by the backward pass at some elements, from err as a function of y.
  func analytic(
    at elements: ArraySlice<Int>? = nil, err: (Tensor) -> Tensor = { $0 }
  ) -> Tensor {
    let net = FaceNet(net)
    let gradient = net.backward(x, err: err(net.forward(x).y)).parameters[name]
    return Tensor((elements ?? self.elements).map { gradient.scalars[$0] })
  }

  func slopes(at elements: ArraySlice<Int>? = nil, _ slope: (Int) -> Double) -> Tensor {
    Tensor((elements ?? self.elements).map(slope))
  }

  /// The differences of both sides over their distance, of a loss with an element moved.
  func numerical(
    at elements: ArraySlice<Int>? = nil, of loss: (_ element: Int, _ step: Double) -> Double
  ) -> Tensor {
    slopes(at: elements) { (loss($0, step) - loss($0, -step)) / (2 * step) }
  }

  /// The right numerical gradients.
  var right: Tensor { numerical { loss(of: $0, $1) } }

  /// Both gradients at other elements.
  func at(_ elements: ArraySlice<Int>) -> [String: Tensor] {
    [
      "elements": Tensor(elements.map(Double.init)), "analytic": analytic(at: elements),
      "numerical": numerical(at: elements) { loss(of: $0, $1) },
    ]
  }
}
