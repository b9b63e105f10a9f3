import Coursework
import Grading

extension AffineReLUReference {
  /// What goes wrong in `relu`.
  static let reluMisconceptions: [Misconception] = [
    relu(
      "RF1", "your h is the absolute value |z|",
      why: "a ReLU makes negative entries 0, it does not turn their sign"
    ) { $0.abs() },
    relu(
      "RF2", "your h is min(0, z): you keep the negative entries",
      why: "a ReLU keeps the positive entries; look at the direction of your comparison"
    ) { -((-$0).maximum(0)) },
    relu(
      "RF3", "your h is 1 where z > 0 and 0 elsewhere: the mask, not the values",
      why: "positive entries pass unchanged; the mask alone is what the backward pass multiplies by"
    ) { $0 .> 0 },
    relu(
      "RF4", "your h is max(0, −z)",
      why: "a ReLU keeps z where z is positive; take the minus away"
    ) { (-$0).maximum(0) },
    relu(
      "RF5", "your negative entries are 0.01·z, as in a leaky ReLU",
      why: "in this assignment negative entries become exactly 0"
    ) { $0.maximum(0.01 * $0) },
    relu(
      "RF6", "your h stops at 6, as in a ReLU6",
      why: "positive entries pass unchanged, however large they are"
    ) { $0.clipped(to: 0...6) },
    relu(
      "RF7", "your h is log(1 + exp(z)), the softplus",
      why: "softplus is a smooth relative; ReLU is max(0, z)"
    ) { (1 + $0.exp()).log() },
  ]

  private static func relu(
    _ id: String, _ looksLike: String, why: String, h: @escaping @Sendable (Tensor) -> Tensor
  ) -> Misconception {
    Misconception(
      id, of: "relu", looksLike: looksLike, why: why, where: "relu, the line that computes h"
    ) { ["h": .tensor(h(try $0.tensor("z")))] }
  }

  /// What goes wrong in `reluBackward`.
  ///
  /// What the gradient is at z = 0 is a convention, and no question asks for it: a mask of z ≥ 0
  /// (RB6) or ½ at 0 (RB12) is right everywhere else, and a mask of z ≠ 0 (RB11) is RB3.
  static let reluBackwardMisconceptions: [Misconception] = [
    reluBackward(
      "RB1", "you keep gradH where gradH itself is positive; the mask must look at z",
      why: "what blocks the gradient is whether z was positive in the forward pass"
    ) { gradH, _ in gradH * (gradH .> 0) },
    reluBackward(
      "RB2", "your gradZ is 1 where z > 0: gradH is missing",
      why: "by the chain rule the gradient from above, gradH, is multiplied by that mask"
    ) { _, z in z .> 0 },
    reluBackward(
      "RB3", "your gradZ is gradH unchanged",
      why: "where z was negative the ReLU gave 0 whatever z was, so no gradient passes there"
    ) { gradH, _ in gradH },
    reluBackward(
      "RB4", "your gradZ is gradH·max(0, z)",
      why: "the slope of the ReLU is 1 where z > 0, not z: multiply by the mask, not by the output"
    ) { gradH, z in gradH * z.maximum(0) },
    reluBackward(
      "RB5", "you keep gradH where z < 0; it must be kept where z > 0",
      why: "the gradient passes where z passed in the forward pass"
    ) { gradH, z in gradH * (z .< 0) },
    reluBackward(
      "RB7", "your gradZ is gradH times the sign of z",
      why: "the slope of the ReLU for negative z is 0, not −1"
    ) { gradH, z in gradH * ((z .> 0) - (z .< 0)) },
    reluBackward(
      "RB8", "you keep gradH only where both z and gradH are positive",
      why: "the mask looks at z alone; negative gradients pass as well"
    ) { gradH, z in gradH * (z .> 0) * (gradH .> 0) },
    reluBackward(
      "RB9", "where z is negative your gradZ is 0.01·gradH, as in a leaky ReLU",
      why: "in this assignment the slope for negative z is exactly 0"
    ) { gradH, z in gradH * ((z .> 0) + 0.01 * (z .<= 0)) },
    reluBackward(
      "RB10", "your gradZ is gradH·z",
      why: "the slope of the ReLU is 1 where z > 0 and 0 elsewhere, never z itself"
    ) { gradH, z in gradH * z },
    reluBackward(
      "RB13", "your gradZ is max(0, z·gradH): the ReLU of a product",
      why: "backwards the ReLU is not applied again; gradH is multiplied by the mask of z > 0"
    ) { gradH, z in (z * gradH).maximum(0) },
  ]

  private static func reluBackward(
    _ id: String, _ looksLike: String, why: String,
    gradZ: @escaping @Sendable (_ gradH: Tensor, _ z: Tensor) -> Tensor
  ) -> Misconception {
    Misconception(
      id, of: "reluBackward", looksLike: looksLike, why: why,
      where: "reluBackward, the line that computes gradZ"
    ) { ["gradZ": .tensor(gradZ(try $0.tensor("gradH"), try $0.tensor("z")))] }
  }
}
