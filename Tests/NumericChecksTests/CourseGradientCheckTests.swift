import NumericChecks
import Tensors
import Testing

@Suite("The course's gradient check")
struct CourseGradientCheckTests {
  @Test("Central differences of a linear function are its matrix, upstream and all")
  func linear() {
    let w: Tensor = [[2, -1], [0.5, 4], [-3, 1]]
    let gradOut: Tensor = [[1, -2], [0.25, 8]]
    let slopes = CourseGradientCheck.numericalGradient(
      of: { $0.matmul(w) }, at: [[1, 2, 3], [-1, 0, 5]], gradOut: gradOut, step: 0.125)
    #expect(slopes == [[4, -7.5, -5], [-7.5, 32.125, 7.25]])
  }

  @Test("Central differences of x² are 2x, of x³ h² too many")
  func powers() {
    let x: Tensor = [1, -2, 0.5]
    let ones: Tensor = .ones(3)
    #expect(
      CourseGradientCheck.numericalGradient(
        of: { $0 * $0 }, at: x, gradOut: ones, step: 0.125) == 2 * x)
    #expect(
      CourseGradientCheck.numericalGradient(
        of: { $0 * $0 * $0 }, at: x, gradOut: ones, step: 0.125)
        == 3 * x.squared() + 0.015625)
  }

  @Test("A loss has the central differences of its single number")
  func loss() {
    #expect(
      CourseGradientCheck.numericalGradient(
        of: { ($0 * $0 * $0).sum() }, at: [[1, -2], [0.5, 3]], step: 0.125)
        == [[3.015625, 12.015625], [0.765625, 27.015625]])
    // The step that the course uses: 1e-5, hence an error of about 1e-10 for x³.
    let slope = CourseGradientCheck.numericalGradient(of: { ($0 * $0 * $0).sum() }, at: [1])
    #expect(abs(slope[0] - 3) < 1e-9 && slope[0] != 3)
  }

  @Test("The relative error is halved, has a floor and tells NaN")
  func relativeError() {
    #expect(CourseGradientCheck.relativeError([1, 3], [1, 1]) == 0.5)
    #expect(CourseGradientCheck.relativeError([0, 2], [0, 2]) == 0)
    #expect(CourseGradientCheck.relativeError([0x1p-40], [0]) == 0x1p-40 / 1e-8)
    #expect(CourseGradientCheck.relativeError([-4], [4]) == 1)
    #expect(CourseGradientCheck.relativeError(Tensor([.nan, 1]), [0, 0]).isNaN)
    #expect(CourseGradientCheck.relativeError(Tensor([1, .nan]), [0, 0]).isNaN)
  }
}
