import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  /// Mistakes with the masks in `dropoutLoss`; p is the probability to keep, u are uniform numbers.
  static let dropoutMisconceptions = maskMisconceptions + placeMisconceptions + backMisconceptions

  static let dropoutVariants = WrongVariants(
    question: "dropoutLoss", reference: { try FullyConnectedNetCourseworkReference().answer($0) }
  ) { try DeepNetCall($0) }

  private static let maskLine = "the line that computes the mask"

  // MARK: - Masks

  private static let maskMisconceptions: [Misconception] = [
    dropoutVariants.mistake(
      "FD1", "you take p for the probability to drop: your mask is 1/(1 − p) where u ≥ p",
      why: "p is the probability to keep an entry: 1/p where u < p", where: maskLine
    ) { $0.answer(masks: { u, p in (u .>= p) / (1 - p) }) },
    dropoutVariants.mistake(
      "FD2", "you take p for the probability to drop: your mask is 1/(1 − p) where u < 1 − p",
      why: "p is the probability to keep an entry: 1/p where u < p", where: maskLine
    ) { $0.answer(masks: { u, p in (u .< (1 - p)) / (1 - p) }) },
    dropoutVariants.mistake(
      "FD3", "your mask keeps where u ≥ p",
      why: "u < p happens with probability p, which is that to keep: 1/p where u < p",
      where: maskLine
    ) { $0.answer(masks: { u, p in (u .>= p) / p }) },
    dropoutVariants.mistake(
      "FD4", "what is kept is not divided by p",
      why: "inverted dropout makes up for what is dropped: the mask is 1/p, not 1", where: maskLine
    ) { $0.answer(masks: { u, p in u .< p }) },
    dropoutVariants.mistake(
      "FD5", "what is kept is multiplied by p",
      why: "inverted dropout makes up for what is dropped: divide by p", where: maskLine
    ) { $0.answer(masks: { u, p in (u .< p) * p }) },
    dropoutVariants.mistake(
      "FD6", "what is kept is divided by 1 − p",
      why: "a share of p is kept, so 1/p makes up for the rest", where: maskLine
    ) { $0.answer(masks: { u, p in (u .< p) / (1 - p) }) },
    dropoutVariants.mistake(
      "FD7", "all samples of the batch share the mask of the first",
      why: "every entry has a chance of its own: draw u for (N, H)", where: maskLine
    ) { call in
      call.answer {
        $0.masks = call.masks.map { $0 * 0 + $0.row(0) }
      }
    },
  ]

  // MARK: - Places

  private static let placeMisconceptions: [Misconception] = [
    dropoutVariants.mistake(
      "FD8", "your layers share one generator: each goes on where the one before has stopped",
      why: "every dropout layer makes its generator anew from the seed", where: maskLine
    ) { call in
      call.answer {
        var random = RandomState(seed: call.seed ?? 0)
        $0.masks = call.hiddenSizes.map {
          call.mask(random.rand(call.x.shape[0], $0))
        }
      }
    },
    dropoutVariants.mistake(
      "FD9", "nothing is dropped: these are the results without dropout",
      why: "every ReLU is followed by dropout: h = max(0, z) · mask",
      where: "the loop over the layers in the forward pass"
    ) { $0.answer { $0.masks = [] } },
    dropoutVariants.mistake(
      "FD10", "only the first ReLU is followed by dropout",
      why: "every ReLU is followed by dropout: h = max(0, z) · mask",
      where: "the loop over the layers in the forward pass"
    ) { call in
      call.answer {
        $0.masks = call.masks.enumerated().map { layer, mask in
          layer == 0 ? mask : .ones(shape: mask.shape)
        }
      }
    },
    dropoutVariants.mistake(
      "FD12", "your scores are dropped as well",
      why: "dropout follows a ReLU, and the last layer has none",
      where: "the lines of the last layer"
    ) { call in
      let classes = call.weights[call.depth - 1].shape[1]
      return call.answer { $0.scoresMask = call.mask(call.uniforms(classes)) }
    },
    dropoutVariants.mistake(
      "FD13", "the samples themselves are dropped as well",
      why: "dropout follows a ReLU; x goes into the first layer as it is",
      where: "the lines of the first layer"
    ) { call in
      call.answer { $0.x = call.x * call.mask(call.uniforms(call.x.shape[1])) }
    },
  ]

  // MARK: - The way back

  private static let backMisconceptions: [Misconception] = [
    dropoutVariants.mistake(
      "FD14", "dropout is missing on the way back",
      why: "what was dropped has no gradient: gradH · mask, before the ReLU",
      where: "the loop over the layers in the backward pass"
    ) { call in call.answer { $0.masksBack = call.masks.map { .ones(shape: $0.shape) } } },
    dropoutVariants.mistake(
      "FD15", "what is kept is not divided by p on the way back",
      why: "the same mask is on both ways: gradH · mask with 1/p in it",
      where: "the loop over the layers in the backward pass"
    ) { call in call.answer { $0.masksBack = call.masks.map { $0 .> 0 } } },
    dropoutVariants.mistake(
      "FD16", "the way back draws new masks",
      why: "the gradient belongs to what was dropped on the way there: keep those masks",
      where: "the loop over the layers in the backward pass"
    ) { call in call.answer { $0.masksBack = call.uniforms(skipping: 1).map(call.mask) } },
    dropoutVariants.mistake(
      "FD17", "the way back divides by p and drops nothing",
      why: "what was dropped has no gradient: gradH · mask, before the ReLU",
      where: "the loop over the layers in the backward pass"
    ) { call in
      call.answer {
        $0.masksBack = call.masks.map { .full(shape: $0.shape, value: 1 / call.keepProbability) }
      }
    },
  ]
}

extension DeepNetCall {
  /// What a pass answers with masks made otherwise from the right uniform numbers and p.
  fileprivate func answer(masks: (_ u: Tensor, _ p: Double) -> Tensor) -> [String: Tensor] {
    let masks = uniforms().map { masks($0, keepProbability) }
    return answer { $0.masks = masks }
  }
}
