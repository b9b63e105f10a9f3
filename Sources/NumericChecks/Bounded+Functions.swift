import Tensors

// C libraries differ in the last bit of exp, log and tanh: each counts as two roundings.
extension Bounded {
  /// An error of x is a relative error of e^x.
  package func exp() -> Bounded {
    let value = value.exp()
    // e^ε − 1 for errors below 1, and infinite beyond: nothing is left of such a number.
    let relative = bound.map { $0 < 1 ? $0 * (1 + $0) : .infinity }
    return function(value, magnitude: value, bound: value * relative, roundings: 2)
  }

  /// An error of x counts as often as 1/x; infinite where rounding may bring x to zero.
  package func log() -> Bounded {
    let value = value.log()
    let least = (self.value - bound).maximum(0)
    return function(value, magnitude: value.abs(), bound: bound / least, roundings: 2)
  }

  /// Of slope 1 at most; with exponentials it is a difference of numbers of size 1.
  package func tanh() -> Bounded {
    let value = value.tanh()
    return function(value, magnitude: value.abs(), bound: bound, roundings: 0).asPartOfOne()
  }

  /// Of slope 1/(2√x), and never farther off than the root of the error.
  package func sqrt() -> Bounded {
    let value = value.sqrt()
    let bounds = zip(value.scalars, bound.scalars).map { root, bound in
      bound == 0 ? 0 : Swift.min(bound / root, bound.squareRoot())
    }
    return function(
      value, magnitude: value, bound: Tensor(shape: shape, scalars: bounds), roundings: 1)
  }

  /// max(0, x) moves by no more than x does.
  package func rectified() -> Bounded {
    let value = value.rectified()
    return function(value, magnitude: magnitude, bound: bound, roundings: 0)
  }

  /// 1 above zero and 0 elsewhere; uncertain as a whole where rounding decides which.
  package func step() -> Bounded {
    let step = value.step()
    let bounds = zip(value.scalars, bound.scalars).map { value, bound in
      // A zero whose bound is zero is exact, and so is its step.
      bound > 0 && Swift.abs(value) <= Self.slack * bound ? 1.0 : 0
    }
    return function(
      step, magnitude: step, bound: Tensor(shape: shape, scalars: bounds), roundings: 0)
  }

  /// Of slope ¼ at most; it may be written as 1 − (1 − a), or as (1 + tanh(z/2))/2.
  package func sigmoid() -> Bounded {
    let value = value.sigmoid()
    return function(value, magnitude: value, bound: 0.25 * bound, roundings: 0).asPartOfOne()
  }

  /// The result of a function of each element, with the bound that it hands on.
  private func function(
    _ value: Tensor, magnitude: Tensor, bound: Tensor, roundings: Int
  ) -> Bounded {
    Bounded(value: value, magnitude: magnitude, bound: bound, precision: precision)
      .rounded(roundings)
  }

  /// Calculated in a few steps from exponentials, sums and quotients of which some are near 1.
  private func asPartOfOne() -> Bounded {
    Bounded(
      value: value, magnitude: magnitude, bound: bound + precision.gamma(4), precision: precision)
  }
}
